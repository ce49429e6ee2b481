import { type Finding, SEVERITIES, type Severity } from '../domain/finding.ts'
import type { Tag, TagOriginKind } from '../domain/tag.ts'
import { termsText } from '../render/report/accepted.ts'
import { plannedText } from '../render/report/enforcement-text.ts'
import { messageOf } from '../render/report/message-of.ts'
import { instancesText, mergeInstances, type Violation, violations } from '../render/report/violations.ts'
import type { InspectedResource } from '../review/inspection.ts'
import type { Problem } from '../source/problem.ts'
import type { Range } from '../source/source-file.ts'
import type { AtFile } from './at-file.ts'
import { type EditorRange, type Place, placeOf, rangeOf } from './places.ts'

/** The protocol's numbers: 1 error, 2 warning, 3 information, 4 hint. */
export type EditorSeverity = 1 | 2 | 3 | 4

export interface EditorDiagnostic {
  readonly range: EditorRange
  readonly severity: EditorSeverity
  readonly source: 'ascribe'
  /** The rule's id; a problem of the file itself has none. */
  readonly code: string | undefined
  readonly message: string
  readonly relatedInformation: readonly RelatedPlace[]
}

export interface RelatedPlace {
  readonly place: Place
  readonly message: string
}

export interface DiagnosticOptions {
  /** What costs money, or may; or everything that takes tags. */
  readonly scope: 'costly' | 'all'
  /** As the rules say, everything an error, or nothing more than this. */
  readonly severity: 'configured' | 'error' | 'warning' | 'information' | 'hint'
}

/** What is to be said about a file: the findings that CI reports, with their ids, messages and ranges, and what cannot be read. */
export function diagnosticsOf(at: AtFile, options: DiagnosticOptions): readonly EditorDiagnostic[] {
  const shown = at.findings.filter(({ about }) => options.scope === 'all' || about.estimate.kind !== 'free')
  const aboutOf = new Map(shown.map(({ finding, about }) => [finding.address + finding.project, about]))
  const found = mergeInstances(violations(shown.map(({ finding }) => finding))).map((violation) =>
    fromViolation(violation, aboutOf.get(violation.address + violation.project)!, options),
  )
  const ofExemptions = (at.exemptions ?? []).map((finding) => fromExemption(finding, options))
  return onceEach([...at.problems.map((problem) => fromProblem(problem, options)), ...ofExemptions, ...found])
}

function fromViolation(
  violation: Violation,
  about: InspectedResource,
  options: DiagnosticOptions,
): EditorDiagnostic {
  return {
    range: rangeOf(shownRange(violation, about)),
    severity: severityOf(violation.severity, options),
    source: 'ascribe',
    code: violation.ruleId,
    message: messageOf(violation) + instancesText(violation) + standingText(violation),
    relatedInformation: related(violation, about),
  }
}

/** Of a tag that is written as `key = value`, the value alone. */
export function shownRange({ range, keys }: Violation, { tags }: InspectedResource): Range {
  const [key] = keys
  if (tags.kind !== 'taggable' || key === undefined || keys.length > 1) return range
  const tag = findTagWrittenAt(tags.tags.tags.values(), range)
  const value = tag?.origins.find(
    ({ range: { source, start, end } }) => source === range.source && range.start < start && end <= range.end,
  )
  return value?.range ?? range
}

function findTagWrittenAt(tags: Iterable<Tag>, { source, start }: Range): Tag | undefined {
  for (const tag of tags)
    if (tag.origins.some(({ range }) => range.source === source && range.start === start)) return tag
  return undefined
}

/** What is wrong with an exemption has no resource. */
function fromExemption(
  { ruleId, severity, message, range }: Finding,
  options: DiagnosticOptions,
): EditorDiagnostic {
  return {
    ...fromProblem({ severity: 'warning', message, range }, options),
    severity: severityOf(severity, options),
    code: ruleId,
  }
}

/** Why it counts less than it says: ` (exempt: retired in Q1)`, ` (enforced from 2027-01-15: 12 days left)`. */
function standingText({ accepted, notEnforced }: Violation): string {
  if (accepted?.kind === 'baseline') return ' (known in the baseline)'
  if (accepted) return ` (exempt: ${termsText(accepted)})`
  const planned = notEnforced && plannedText(notEnforced)
  return planned === undefined ? '' : ` (${planned})`
}

function fromProblem({ severity, message, range }: Problem, options: DiagnosticOptions): EditorDiagnostic {
  return {
    range: rangeOf(range),
    severity: severityOf(severity, options),
    source: 'ascribe',
    code: undefined,
    message,
    relatedInformation: [],
  }
}

const LEAST: Readonly<Record<DiagnosticOptions['severity'], EditorSeverity>> = {
  configured: 1,
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
}

const OWN: Readonly<Record<Severity, EditorSeverity>> = { error: 1, warning: 2, hint: 4 }

function severityOf(own: Severity, { severity }: DiagnosticOptions): EditorSeverity {
  if (severity === 'error') return 1
  return Math.max(OWN[own], LEAST[severity]) as EditorSeverity
}

const MOST_RELATED = 4
/** Of the places that a resource without some tag takes others from. */
const MOST_SOURCES = 3

/** Where the tags that it is about are written; for a tag that is not there, where others are that are not its own. */
function related(violation: Violation, { tags, resource }: InspectedResource): readonly RelatedPlace[] {
  const places = new Map<string, RelatedPlace>()
  const add = (range: Range, message: string): void => {
    const { source, start } = range
    const isHere = source === violation.range.source && start === violation.range.start
    const key = `${source.path}:${start}`
    if (!isHere && !places.has(key) && places.size < MOST_RELATED)
      places.set(key, { place: placeOf(range), message })
  }
  if (tags.kind === 'taggable') {
    const set = tags.tags.tags
    const named = violation.keys.flatMap((key) => set.get(key) ?? [])
    for (const { key, origins } of named)
      for (const { kind, range } of origins)
        if (!isWithin(range, violation.range)) add(range, `"${key}" comes from here (${kind})`)
    if (named.length === 0)
      for (const { kind, range, keys } of sourcesOf(set.values()).slice(0, MOST_SOURCES))
        add(range, `tags of it come from here (${kind}): ${listed(keys)}`)
    for (const range of tags.tags.open?.origins ?? []) add(range, 'further tags may come from here')
  }
  add(resource.range, `the resource ${resource.address}`)
  return [...places.values()]
}

interface Source {
  readonly kind: TagOriginKind
  /** Of the first. */
  readonly range: Range
  readonly keys: string[]
}

/** The blocks besides its own that a resource has tags from: its own are in sight. */
function sourcesOf(tags: Iterable<Tag>): readonly Source[] {
  const sources = new Map<string, Source>()
  for (const { key, origins } of tags) {
    const [nearest] = origins
    if (!nearest || nearest.kind === 'resource') continue
    const { kind, range } = nearest
    const place = `${kind} ${range.source.path}`
    const known = sources.get(place)
    if (known) known.keys.push(key)
    else sources.set(place, { kind, range, keys: [key] })
  }
  return [...sources.values()]
}

const MOST_LISTED = 5

function listed(keys: readonly string[]): string {
  const more = keys.length - MOST_LISTED
  return keys.slice(0, MOST_LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.source === outer.source && outer.start <= inner.start && inner.end <= outer.end
}

/** A module that several projects call has its mistakes once. The most severe come first. */
function onceEach(diagnostics: readonly EditorDiagnostic[]): readonly EditorDiagnostic[] {
  const once = new Map<string, EditorDiagnostic>()
  for (const diagnostic of diagnostics) {
    const { range, code, message } = diagnostic
    const key = JSON.stringify([range, code, message])
    if (!once.has(key)) once.set(key, diagnostic)
  }
  return [...once.values()].sort((a, b) => a.range.start.line - b.range.start.line || a.severity - b.severity)
}

/** How many findings there are, of those that are reported. */
export function countBySeverity(
  findings: Iterable<{ readonly severity: Severity }>,
): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>
  for (const { severity } of findings) counts[severity]++
  return counts
}
