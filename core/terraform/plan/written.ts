import type { Plain } from '../../domain/plain.ts'
import { isMapping, isSequence, type MappingValue, type ResourceRef, type Value } from '../../domain/value.ts'
import { isAfterApply } from '../evaluation/access.ts'
import { uniteRefs } from '../types/traits.ts'
import { isJson, members } from './plan-json.ts'
import { REPEATED } from './plan-provider.ts'

/** Which attributes a configuration writes; `undefined` where it may write any. */
export type Written = ReadonlyMap<string, Written> | readonly Written[] | undefined

/** What the evaluated block writes. */
export function writtenIn(value: Value): Written {
  if (isMapping(value) && !value.open)
    return new Map([...value.entries].map(([name, item]) => [name, writtenIn(item)]))
  if (isSequence(value) && !value.open) return value.items.map(writtenIn)
  return undefined
}

/** What the expressions of a plan's configuration write. Blocks that `dynamic` makes are not among them. */
export function writtenBy(expressions: Plain | undefined): Written {
  if (!isJson(expressions)) return undefined
  return new Map(
    members(expressions).map(([name, expression]) => [
      name,
      Array.isArray(expression)
        ? expression.map((block) => new Map(members(block).map(([inner]) => [inner, undefined])))
        : undefined,
    ]),
  )
}

/**
 * The attributes without those that only the provider decides, and only at apply: a configuration says nothing of
 * them, so that they say nothing about it. Nothing else is left out but nulls and what repeats the tags.
 */
export function withoutComputed(attributes: MappingValue, written: Written): MappingValue {
  const entries = new Map<string, Value>()
  for (const [name, value] of attributes.entries) {
    const isWritten = !(written instanceof Map) || written.has(name)
    if (REPEATED.has(name) || (!isWritten && (value.kind === 'unknown' || value.kind === 'null'))) continue
    const inner = written instanceof Map ? written.get(name) : undefined
    entries.set(name, within(value, inner))
  }
  return { ...attributes, entries }
}

function within(value: Value, written: Written): Value {
  if (!Array.isArray(written) || !isSequence(value) || written.length !== value.items.length) return value
  return {
    ...value,
    items: value.items.map((item, index) =>
      isMapping(item) && written[index] instanceof Map ? withoutComputed(item, written[index]) : item,
    ),
  }
}

/** A planned value that remembers where the configuration writes it, and what it refers to there. */
export function adopting(planned: Value, written: Value | undefined): Value {
  if (!written) return planned
  if (planned.kind === 'unknown') {
    // What the files do not know for another reason, e.g. a variable's value, the plan does.
    const exact =
      written.kind === 'unknown' && isAfterApply(written.because) ? written.because : planned.because
    const value = marked({ ...planned, because: exact }, written)
    return written.origins ? { ...value, origins: written.origins } : value
  }
  const value = marked(withParts(planned, written), written)
  return written.origins ? { ...value, origins: written.origins } : value
}

function withParts(planned: Value, written: Value): Value {
  if (isMapping(planned) && isMapping(written)) {
    const entries = [...planned.entries].map(
      ([key, value]) => [key, adopting(value, written.entries.get(key) ?? written.open)] as const,
    )
    return { ...planned, entries: new Map(entries) }
  }
  if (isSequence(planned) && isSequence(written)) {
    const same = !written.open && written.items.length === planned.items.length
    const items = planned.items.map((item, index) =>
      adopting(item, same ? written.items[index] : written.open),
    )
    return { ...planned, kind: written.kind, items }
  }
  // The plan's JSON may have lost digits that the configuration has.
  const isSame = planned.kind === 'number' && written.kind === 'number' && planned.value === written.value
  return isSame ? written : planned
}

function marked(value: Value, other: Value): Value {
  const refs = uniteRefs(value.refs ?? [], other.refs ?? [])
  return {
    ...value,
    ...(refs.length > 0 && { refs }),
    ...((value.sensitive || other.sensitive) && { sensitive: true as const }),
  }
}

/** A value that also refers to these resources. */
export function referring(value: Value, refs: readonly ResourceRef[]): Value {
  return refs.length === 0 ? value : { ...value, refs: uniteRefs(value.refs ?? [], refs) }
}
