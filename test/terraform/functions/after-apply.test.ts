import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plain } from '../../../core/domain/plain.ts'
import {
  isMapping,
  isSequence,
  type MappingValue,
  type SequenceValue,
  unknown,
  type Value,
} from '../../../core/domain/value.ts'
import { matchesGolden } from '../../support/golden.ts'
import { evaluateText } from './evaluate-text.ts'

const lines = readFileSync(new URL('./after-apply.golden', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)

/** What we make of a case beside what Terraform's plan says (scripts/oracles/unknowns.ts). */
interface Answer {
  readonly expression: string
  readonly planned: string
  readonly ours: Value | undefined
}

const answers: readonly Answer[] = lines.map((line) => {
  const [expression = '', planned = ''] = line.split('\t')
  const result = evaluateText(expression, {
    hidden: unknown('jsondecode(terraform_data.x.id) is known only after apply'),
    id: unknown('terraform_data.x.id is known only after apply'),
  })
  return { expression, planned, ours: 'error' in result ? undefined : result.value }
})

describe('what is known only after apply, against plans of Terraform 1.11', () => {
  it('what we say is known, the plan says as well, and nothing that it accepts is refused', () => {
    const wrong = answers.filter(({ expression, planned, ours }) => {
      if (different.has(expression) || planned === 'error') return false
      return !ours || !agree(ours, JSON.parse(planned))
    })
    assert.deepEqual(
      wrong.map(({ expression, planned }) => `${expression} → ${planned}`),
      [],
    )
  })

  it('what the plan knows and we do not is known by name', () => {
    const less = answers.filter(
      ({ planned, ours }) => planned !== 'error' && ours && knowsLess(ours, JSON.parse(planned)),
    )
    const named = less.map(({ expression, planned }) => `${expression}\t${planned}\n`).join('')
    matchesGolden(named, fileURLToPath(new URL('./after-apply-less.golden', import.meta.url)))
  })
})

/** Where we differ and mean it: what does not fit beside an unknown value is let pass, since the value may make it fit. */
const different: ReadonlySet<string> = new Set(['can(true ? ["train", "a b"] : [{team = id}])'])

const isUnknown = (plain: Plain): boolean =>
  plain !== null && typeof plain === 'object' && '$unknown' in plain

/** Whether nothing that both know is different. */
function agree(ours: Value, planned: Plain): boolean {
  if (ours.kind === 'unknown' || isUnknown(planned)) return true
  if (isSequence(ours)) return Array.isArray(planned) && agreeOnItems(ours, planned)
  if (isMapping(ours))
    return planned !== null && typeof planned === 'object' && agreeOnEntries(ours, planned as Entries)
  if (ours.kind === 'null') return planned === null
  return planned !== null && typeof planned !== 'object' && same(ours.value, planned)
}

type Entries = Readonly<Record<string, Plain>>

/** A number and its text count as the same: beside an unknown, nobody knows whether they become texts. */
function same(ours: string | number | boolean, planned: string | number | boolean): boolean {
  return ours === planned || String(ours) === String(planned) || Number(ours) === Number(planned)
}

function agreeOnItems({ kind, items, open }: SequenceValue, planned: readonly Plain[]): boolean {
  const somewhere = (item: Value) => planned.some((candidate) => agree(item, candidate))
  if (open || kind === 'set') return items.every(somewhere)
  return items.length === planned.length && items.every((item, index) => agree(item, planned[index]!))
}

function agreeOnEntries({ entries, open }: MappingValue, planned: Entries): boolean {
  for (const [key, value] of entries) if (!(key in planned) || !agree(value, planned[key]!)) return false
  return open !== undefined || Object.keys(planned).every((key) => entries.has(key))
}

/** Whether some part is unknown to us alone. */
function knowsLess(ours: Value, planned: Plain): boolean {
  if (isUnknown(planned)) return false
  if (ours.kind === 'unknown') return true
  if (isSequence(ours) && Array.isArray(planned))
    return ours.open !== undefined || ours.items.some((item, index) => knowsLess(item, planned[index]!))
  if (isMapping(ours) && planned !== null && typeof planned === 'object')
    return (
      ours.open !== undefined ||
      [...ours.entries].some(([key, value]) => knowsLess(value, (planned as Entries)[key]!))
    )
  return false
}
