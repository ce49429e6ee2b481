import fc from 'fast-check'
import {
  isMapping,
  isSequence,
  type MappingValue,
  type SequenceValue,
  unknown,
  type Value,
} from '../../../core/domain/value.ts'
import { makeSet } from '../../../core/terraform/types/set.ts'

/** What every hidden part is replaced by: it must be recognised in the result. */
export const HIDDEN = unknown('var.team has no default', {
  refs: [{ project: 'platform', address: 'aws_sagemaker_endpoint.fraud', attribute: 'arn' }],
})

/** `value` with parts of it hidden: unknown items and entries, and items and keys left out where it is then open. */
export function blurred(value: Value): fc.Arbitrary<Value> {
  if (isSequence(value))
    return fc.oneof({ weight: 5, arbitrary: blurredSequence(value) }, fc.constant(HIDDEN))
  if (isMapping(value)) return fc.oneof({ weight: 5, arbitrary: blurredMapping(value) }, fc.constant(HIDDEN))
  return fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, fc.constant(HIDDEN))
}

function blurredSequence(value: SequenceValue): fc.Arbitrary<Value> {
  const items = fc.tuple(...value.items.map(blurred))
  const kept = fc.array(fc.boolean(), { minLength: value.items.length, maxLength: value.items.length })
  return fc.tuple(items, fc.option(kept)).map(([items, keep]) => {
    const left = keep ? items.filter((_, index) => keep[index]) : items
    if (value.kind === 'set') return makeSet(left, keep ? HIDDEN : undefined)
    return { kind: value.kind, items: left, ...(keep && { open: HIDDEN }) }
  })
}

function blurredMapping(value: MappingValue): fc.Arbitrary<Value> {
  const keys = [...value.entries.keys()]
  const values = fc.tuple(...[...value.entries.values()].map(blurred))
  const kept = fc.array(fc.boolean(), { minLength: keys.length, maxLength: keys.length })
  return fc.tuple(values, fc.option(kept)).map(([values, keep]) => ({
    kind: value.kind,
    entries: new Map(
      keys.map((key, index) => [key, values[index]!] as const).filter((_, index) => !keep || keep[index]),
    ),
    ...(keep && { open: HIDDEN }),
  }))
}

/**
 * Whether `concrete` is one of the values that `partial` stands for. Listed items of an open list are somewhere in it.
 * A number and its text count as the same: beside an unknown, nobody knows whether a list is one of texts.
 */
export function admits(partial: Value, concrete: Value): boolean {
  if (partial.kind === 'unknown') return true
  if (isSequence(partial)) return isSequence(concrete) && admitsItems(partial, concrete)
  if (isMapping(partial)) return isMapping(concrete) && admitsEntries(partial, concrete)
  if (isSequence(concrete) || isMapping(concrete) || concrete.kind === 'unknown') return false
  return plain(partial) === plain(concrete)
}

function plain(value: Exclude<Value, SequenceValue | MappingValue | { readonly kind: 'unknown' }>): string {
  return value.kind === 'null' ? 'null' : `:${value.value}`
}

function admitsItems(partial: SequenceValue, concrete: SequenceValue): boolean {
  const present = partial.items.every((item) => concrete.items.some((candidate) => admits(item, candidate)))
  if (partial.open) return present
  if (partial.kind === 'set')
    return (
      present && concrete.items.every((candidate) => partial.items.some((item) => admits(item, candidate)))
    )
  return (
    partial.items.length === concrete.items.length &&
    partial.items.every((item, index) => admits(item, concrete.items[index]!))
  )
}

function admitsEntries(partial: MappingValue, concrete: MappingValue): boolean {
  for (const [key, value] of partial.entries) {
    const found = concrete.entries.get(key)
    if (!found || !admits(value, found)) return false
  }
  return partial.open !== undefined || partial.entries.size === concrete.entries.size
}
