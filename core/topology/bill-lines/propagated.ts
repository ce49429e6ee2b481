import type { Resource } from '../../domain/resource.ts'
import { isMapping, isSequence, type SequenceValue, unknown, type Value } from '../../domain/value.ts'
import type { TagSource } from './bill-line.ts'

/** The tags of an auto scaling group that its instances get: those with `propagate_at_launch = true`. */
export function propagatedTags({ attributes, address }: Resource): readonly TagSource[] {
  // Version 4 of the provider also took a list named `tags`.
  const value = attributes.entries.get('tag') ?? attributes.entries.get('tags') ?? attributes.open
  if (!value || value.kind === 'null') return []
  return [{ kind: 'written', value: onlyPropagated(value), style: 'pairs', name: `tag of ${address}` }]
}

function onlyPropagated(value: Value): Value {
  if (isMapping(value)) return onlyPropagated({ kind: 'list', items: [value] })
  if (!isSequence(value)) return value
  const items = value.items.flatMap((item): Value[] => {
    if (!isMapping(item)) return [item]
    const propagate = item.entries.get('propagate_at_launch') ?? item.open
    if (propagate?.kind !== 'unknown') return isTrue(propagate) ? [item] : []
    const entries = new Map([...item.entries, ['value', unknown(propagate.because)]])
    return [{ ...item, entries }]
  })
  return { ...value, items } satisfies SequenceValue
}

/** Terraform takes the text for the truth value. */
function isTrue(value: Value | undefined): boolean {
  return (value?.kind === 'bool' && value.value) || (value?.kind === 'string' && value.value === 'true')
}
