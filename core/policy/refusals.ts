import { isNameOf } from '../config/catalogue.ts'
import type { Target } from '../config/spelling.ts'
import { namesOf, type PolicySchema, type Requirement } from './policy-schema.ts'
import { ISO_DATE, toRe2 } from './re2.ts'
import { oneLine } from './text/one-line.ts'

/**
 * What is refused, for every engine alike: any of the cases, and a case where all of its atoms hold. Engines differ
 * only in which atoms they can express, and a case without one of its atoms is left out: a document may let through
 * what the rules refuse, never the other way about.
 */
export interface Refusal {
  /** The schema's. */
  readonly key: string
  /** How it is to be written on the target. */
  readonly name: string
  readonly kind: 'missing' | 'invalid'
  readonly message: string
  readonly cases: readonly Case[]
}

export type Case = readonly Atom[]

export type Atom =
  | { readonly kind: 'absent'; readonly name: string }
  /** Absent or blank: one condition to most engines. */
  | { readonly kind: 'lacks'; readonly name: string }
  /** There, and with this very value. */
  | { readonly kind: 'equals'; readonly name: string; readonly value: string }
  /** There, and empty or white space. */
  | { readonly kind: 'blank'; readonly name: string }
  /** There, and with a value that is not allowed. */
  | { readonly kind: 'notAllowed'; readonly name: string; readonly allowed: Allowed }

/** Allowed is what is in `or`; else what is in `values` (or spelled as one) and matches all patterns. */
export interface Allowed {
  readonly or: readonly string[]
  /** Undefined where any is allowed. */
  readonly values: readonly string[] | undefined
  /** RE2: values as labels spell them, where no label can hold the value itself. */
  readonly spelled: readonly string[]
  /** RE2. */
  readonly patterns: readonly string[]
}

/** More conditions and aliases than this on one key are no honest schema. */
const MAX_CASES = 200

/** @param mindsCase whether the engine tells `Team` from `team` */
export function refusals(
  policy: PolicySchema,
  target: Target,
  mindsCase = target !== 'azure',
): readonly Refusal[] {
  const noun = target === 'kubernetes' || target === 'google' ? 'label' : 'tag'
  return policy.requirements.flatMap((requirement) => {
    const { key } = requirement.key
    const names = distinct(namesOf(key, target, policy.schema), mindsCase)
    const name = names[0]!
    const found: Refusal[] = []
    const missing = missingCases(requirement, names, policy, target, mindsCase)
    if (missing.length > 0)
      found.push({
        key,
        name,
        kind: 'missing',
        message: missingText(requirement, name, noun),
        cases: missing,
      })
    const allowed = requirement.judgesValue ? allowedOf(requirement, target) : undefined
    if (allowed)
      found.push({
        key,
        name,
        kind: 'invalid',
        message: `the ${noun} ${quoted(name)} has a value that is not allowed. expected ${expected(requirement)}`,
        cases: names.map((name, index) => [
          ...names.slice(0, index).map(absent),
          { kind: 'notAllowed', name, allowed },
        ]),
      })
    return found
  })
}

/** On Azure `Team` and `team` are one key. */
function distinct(names: readonly string[], mindsCase: boolean): readonly string[] {
  if (mindsCase) return names
  return [...new Map(names.toReversed().map((name) => [name.toLowerCase(), name])).values()].toReversed()
}

const absent = (name: string): Atom => ({ kind: 'absent', name })

function missingCases(
  { required }: Requirement,
  names: readonly string[],
  policy: PolicySchema,
  target: Target,
  mindsCase: boolean,
): readonly Case[] {
  if (required === 'never') return []
  const last = names.length - 1
  const lacking = names.map(
    (name, index): Case => [
      ...names.slice(0, index).map(absent),
      { kind: index === last ? 'lacks' : 'blank', name },
    ],
  )
  if (required === 'always') return lacking
  if (combinations({ required }, names, policy, target) > MAX_CASES) return []
  let conditions: Case[] = [[]]
  for (const [key, value] of required) {
    const spelled = distinct(namesOf(key, target, policy.schema), mindsCase)
    const choices = spelled.map(
      (name, index): Case => [...spelled.slice(0, index).map(absent), { kind: 'equals', name, value }],
    )
    conditions = conditions.flatMap((before) => choices.map((choice) => [...before, ...choice]))
  }
  return conditions.flatMap((condition) => lacking.map((lack) => [...condition, ...lack]))
}

/** In how many ways the keys of a condition, and the key itself, can be spelled. */
function combinations(
  { required }: Pick<Requirement, 'required'>,
  names: readonly string[],
  policy: PolicySchema,
  target: Target,
): number {
  const conditions = required instanceof Map ? [...required.keys()] : []
  return conditions.reduce((count, key) => count * namesOf(key, target, policy.schema).length, names.length)
}

/** Whether a condition with its aliases is more than is written out. */
export function isTooMany(requirement: Requirement, policy: PolicySchema, target: Target): boolean {
  return (
    combinations(requirement, namesOf(requirement.key.key, target, policy.schema), policy, target) > MAX_CASES
  )
}

/** Undefined where nothing that engines can read is left to ask. */
export function allowedOf({ key }: Requirement, target: Target): Allowed | undefined {
  const { values, or = [], pattern, type } = key
  const portable = pattern === undefined ? undefined : toRe2(pattern)
  const patterns = [
    ...(type === 'date' ? [ISO_DATE] : []),
    ...(portable?.kind === 're2' ? [portable.text] : []),
  ]
  if (values === undefined && patterns.length === 0) return undefined
  return { or, values, spelled: (values ?? []).flatMap((value) => spelledAs(value, target) ?? []), patterns }
}

/** `meta-llama/Llama-3.1-8B` is no label; `meta-llama-llama-3-1-8b` is, and the rules take it for the same. */
function spelledAs(value: string, target: Target): string | undefined {
  const words = value
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const label = words.join('-').slice(0, 63).replace(/-$/, '')
  if (label === value || !isNameOf(label, target, [value])) return undefined
  const letters = label.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
  const other = '[^A-Za-z0-9]'
  return `^${other}*${letters.replaceAll('-', `${other}+`)}${other}*$`
}

function missingText({ required, key }: Requirement, name: string, noun: string): string {
  const when =
    required instanceof Map
      ? `, required where ${[...required].map(([other, value]) => `${quoted(other)} is ${quoted(value)}`).join(' and ')}`
      : ''
  const values = key.values ? `. expected ${expected({ key, required, judgesValue: true })}` : ''
  return `the ${noun} ${quoted(name)} is missing or empty${when}${values}`
}

/** More values than this are no help in a message. */
const MAX_NAMED = 8

function expected({ key }: Requirement): string {
  const { values, or = [], pattern, type } = key
  const named = [...(values ?? []), ...or]
  if (values)
    return named.length > MAX_NAMED
      ? `one of the ${named.length} values of ascribe.yml`
      : `one of ${named.map(quoted).join(', ')}`
  const others = or.length > 0 ? `, or ${or.map(quoted).join(', ')}` : ''
  if (type === 'date') return `a date, e.g. ${quoted('2026-12-31')}${others}`
  return `a value that matches ${quoted(pattern ?? '')}${others}`
}

const quoted = (text: string) => `"${oneLine(text)}"`
