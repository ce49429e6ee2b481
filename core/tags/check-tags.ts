import type { Config } from '../config/config.ts'
import { spellings } from '../config/spelling.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import type { Finding } from '../domain/finding.ts'
import type { Usd } from '../domain/money.ts'
import type { Resource } from '../domain/resource.ts'
import type { Tag } from '../domain/tag.ts'
import type { Range } from '../source/source-file.ts'
import type { BilledLine } from './billed-tags.ts'
import type { EffectiveTags } from './effective-tags.ts'
import { findTag, namesOf } from './find-tag.ts'
import { tagRules } from './rules/index.ts'
import type { CheckedLine, CheckedTags, TagRule } from './rules/tag-rule.ts'

export interface CheckedResource {
  readonly resource: Resource
  readonly tags: EffectiveTags
  /** What the resource costs: the money at stake. */
  readonly monthlyCost: Usd
  readonly config: Config
  /** What the bill shows of it; without, its own tags on one line. */
  readonly bill?: CheckedBill
  /** `2026-11-21`; without it, nothing is past. */
  readonly today?: string | undefined
}

/** What the tag rules say about one resource. Which resources are worth asking about is the caller's choice. */
export function checkTags(input: CheckedResource): Finding[] {
  const { resource, tags, monthlyCost, config, bill } = input
  const checked = checkedTags(input, bill ?? ownBill(tags, monthlyCost))
  if (!checked) return []
  const findings: Finding[] = []
  for (const rule of tagRules) {
    const setting = config.severities.get(rule.id)
    if (setting === 'off') continue
    for (const { message, key, ranges = [], cost = monthlyCost } of rule.check(checked))
      findings.push({
        ruleId: rule.id,
        severity: (isFailure(rule) ? key?.severity : undefined) ?? setting ?? rule.severity,
        project: resource.project,
        address: resource.address,
        key: key?.key,
        message,
        range: ranges.find(isInRepository) ?? placeOf(resource),
        monthlyCost: cost,
      })
  }
  return findings
}

/** The lines of the bill that a resource makes, the main one first, with what each of them costs. */
export interface CheckedBill {
  readonly lines: readonly (BilledLine & { readonly cost: Usd })[]
  /** Why the bill does not show a tag although it is there, by its spelling. */
  readonly notActivated: (spelling: string) => string | undefined
}

function ownBill(tags: EffectiveTags, cost: Usd): CheckedBill {
  return { lines: [{ what: 'usage', remedy: '', tags, cost }], notActivated: () => undefined }
}

function checkedLine(
  { what, remedy, cost, tags }: CheckedBill['lines'][number],
  isMain: boolean,
  schema: TagSchema,
): CheckedLine {
  return {
    what,
    remedy,
    cost,
    isMain,
    shows: (key) => {
      if (tags.kind !== 'taggable') return tags.kind === 'unknown' ? undefined : false
      if (findTag(tags, key, schema)) return true
      return tags.tags.open ? undefined : false
    },
  }
}

/** What cannot be read is never a failure, so a key's own severity says nothing about it. */
const isFailure = ({ severity }: TagRule) => severity !== 'hint'

function checkedTags(
  { resource, tags: effective, config, today }: CheckedResource,
  bill: CheckedBill,
): CheckedTags | undefined {
  const { schema } = config
  const billed = bill.lines.map((line, index) => checkedLine(line, index === 0, schema))
  const { notActivated } = bill
  const always = { resource, schema, catalogue: config, today, billed, notActivated }
  switch (effective.kind) {
    case 'notTaggable':
      return undefined
    case 'unknown':
      return {
        ...always,
        target: undefined,
        tags: new Map(),
        tagFor: () => undefined,
        named: (key) => ({ spelling: key, noun: 'tag' }),
        elsewhere: () => undefined,
        open: { kind: 'unknown', because: effective.because },
      }
    case 'taggable':
      return {
        ...always,
        target: effective.target,
        tags: effective.tags.tags,
        tagFor: rememberedTags(effective, schema),
        named: (key) => ({
          spelling: spellings(key, effective.target, schema)[0],
          noun: effective.target === 'kubernetes' ? 'label' : 'tag',
        }),
        elsewhere: (key) =>
          namesOf(key, effective.target, schema)
            .map((name) => effective.elsewhere?.get(name))
            .find((because) => because !== undefined),
        open: effective.tags.open,
      }
    default:
      return effective satisfies never
  }
}

/** Each rule asks for the tag of each key. */
function rememberedTags(tags: Extract<EffectiveTags, { kind: 'taggable' }>, schema: TagSchema) {
  const known = new Map<string, Tag | undefined>()
  return (key: string): Tag | undefined => {
    if (known.has(key)) return known.get(key)
    const tag = findTag(tags, key, schema)
    known.set(key, tag)
    return tag
  }
}

/** The resource's header or, where that is in a downloaded module, the innermost call of it that can be edited. */
function placeOf({ range, moduleCalls }: Resource): Range {
  if (isInRepository(range)) return range
  return moduleCalls.findLast((call) => isInRepository(call.range))?.range ?? range
}

function isInRepository({ source }: Range): boolean {
  return !/(^|\/)\.terraform\/modules\//.test(source.path)
}
