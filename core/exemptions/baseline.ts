import { SAVINGS_RULE_IDS, TAG_RULE_IDS } from '../config/rule-ids.ts'
import type { Finding } from '../domain/finding.ts'
import type { JsonNode, JsonObject } from '../hcl/json/json-node.ts'
import { readJson } from '../hcl/json/read-json.ts'
import type { Problem } from '../source/problem.ts'
import type { SourceFile } from '../source/source-file.ts'

/** Beside the `ascribe.yml` that holds; without one, in the folder that is looked at. */
export const BASELINE_FILE_NAME = 'ascribe.baseline.json'
const BASELINE_VERSION = 1

/** A finding that was there when the baseline was recorded, by its identity. */
export interface BaselineEntry {
  readonly project: string
  readonly address: string
  readonly rule: string
  readonly key: string | undefined
}

export interface ReadBaseline {
  readonly entries: readonly BaselineEntry[]
  readonly problems: readonly Problem[]
  /** Set where the file is of a version that is not known: nothing in it was understood. */
  readonly otherVersion?: Problem
}

export const NO_BASELINE: ReadBaseline = { entries: [], problems: [] }

/** Of many mistakes of one kind, the first say enough. */
const MAX_PROBLEMS = 20

/** What a file says. Never throws: what is wrong is one problem each, at its place, and the rest holds. */
export function readBaseline(source: SourceFile): ReadBaseline {
  const { root, problems: unread } = readJson(source)
  const problems: Problem[] = [...unread]
  let left = 0
  const complain = (message: string, { start, end }: { start: number; end: number }) => {
    if (problems.length < MAX_PROBLEMS)
      problems.push({ severity: 'error', message, range: { source, start, end } })
    else left++
  }
  if (!root) return { entries: [], problems }
  if (root.kind !== 'object') {
    complain('expected an object with "version" and "findings"', root)
    return { entries: [], problems }
  }
  const version = memberOf(root, 'version')
  if (version?.kind !== 'number' || version.digits !== `${BASELINE_VERSION}`) {
    const found = version ? source.text.slice(version.start, version.end).slice(0, 40) : 'none'
    const message = `version ${found} of ${BASELINE_FILE_NAME} is not known. this Ascribe reads "version": ${BASELINE_VERSION}`
    const { start, end } = version ?? root
    const problem: Problem = { severity: 'error', message, range: { source, start, end } }
    return { entries: [], problems: [problem], otherVersion: problem }
  }
  const findings = memberOf(root, 'findings')
  if (findings?.kind !== 'array') {
    // A text that ends too early has been told of.
    if (unread.length === 0) complain('expected "findings" to be a list', findings ?? root)
    return { entries: [], problems }
  }
  const entries = findings.items.flatMap((item) => {
    const entry = entryOf(item)
    if (typeof entry !== 'string') return [entry]
    complain(entry, item)
    return []
  })
  if (left > 0) {
    const message = `${left} more entries are wrong like these`
    problems.push({
      severity: 'error',
      message,
      range: { source, start: findings.start, end: findings.start },
    })
  }
  return { entries, problems }
}

/** What an item says, or what is wrong with it. */
function entryOf(item: JsonNode): BaselineEntry | string {
  if (item.kind !== 'object')
    return 'expected a finding: { "project": "…", "address": "…", "rule": "…", "key": "…" }'
  const texts = new Map<string, string>()
  for (const name of ['project', 'address', 'rule', 'key']) {
    const value = memberOf(item, name)
    if (!value && name === 'key') continue
    if (value?.kind !== 'string') return `expected "${name}" to be a text`
    texts.set(name, value.value)
  }
  return {
    project: texts.get('project')!,
    address: texts.get('address')!,
    rule: texts.get('rule')!,
    key: texts.get('key'),
  }
}

function memberOf({ members }: JsonObject, name: string): JsonNode | undefined {
  return members.find(({ key }) => key.value === name)?.value
}

/** The file that lists these: sorted, one a line, so that a diff reads as a list of findings. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = new Set(
    entries.map(({ project, address, rule, key }) => JSON.stringify({ project, address, rule, key })),
  )
  const findings = [...lines].sort().map((line, at) => `${at === 0 ? '' : ','}\n    ${line}`)
  const list = findings.length === 0 ? '[]' : `[${findings.join('')}\n  ]`
  return `{\n  "version": ${BASELINE_VERSION},\n  "findings": ${list}\n}\n`
}

const RECORDED: ReadonlySet<string> = new Set([...TAG_RULE_IDS, ...SAVINGS_RULE_IDS])

/**
 * Whether a baseline may hold a finding: what a rule says of a resource. A budget is no legacy, and would stay exceeded
 * in silence; hints fail nothing.
 */
export function isRecorded({ ruleId, severity }: Pick<Finding, 'ruleId' | 'severity'>): boolean {
  return severity !== 'hint' && RECORDED.has(ruleId)
}

export function entryFor({ project, address, ruleId, key }: Finding): BaselineEntry {
  return { project, address, rule: ruleId, key }
}

/** Whether a baseline has a finding. `rename` gives an address as the files call it now. */
export function baselineHas(
  entries: readonly BaselineEntry[],
  rename: (project: string, address: string) => string,
): (finding: Finding) => boolean {
  if (entries.length === 0) return () => false
  const known = new Set(
    entries.map((entry) => entryIdentity({ ...entry, address: rename(entry.project, entry.address) })),
  )
  return (finding) => isRecorded(finding) && known.has(entryIdentity(entryFor(finding)))
}

export function entryIdentity({ project, address, rule, key }: BaselineEntry): string {
  return JSON.stringify([project, address, rule, key ?? null])
}
