import {
  isMapping,
  isSequence,
  MAX_ORIGINS,
  type ResourceRef,
  type Traits,
  type UnknownValue,
  type Value,
} from '../../domain/value.ts'
import type { Range } from '../../source/source-file.ts'
import { excessOf } from './size.ts'

/** References kept on one value: enough to follow edges, and a bound on what a hostile configuration can pile up. */
const MAX_REFS = 64

/** `value` with further references, and sensitive if `sensitive` says so; the same object where nothing changes. */
export function withTraits<V extends Value>(value: V, refs: readonly ResourceRef[], sensitive: boolean): V {
  const all = uniteRefs(value.refs ?? [], refs)
  const changed = all.length > (value.refs?.length ?? 0)
  if (!changed && (value.sensitive || !sensitive)) return value
  return { ...value, ...(changed && { refs: all }), ...(sensitive && { sensitive: true as const }) }
}

/** What `values` were made of: references and origins of all their parts, and sensitive if any part is. */
export function deepTraits(values: readonly Value[]): Traits {
  const found: { sensitive?: true } = {}
  const refs = new Map<string, ResourceRef>()
  const origins: Range[] = []
  const excess = excessOf(values)
  const visit = (value: Value): void => {
    for (const ref of value.refs ?? []) keepRef(refs, ref)
    for (const origin of value.origins ?? []) keepOrigin(origins, origin)
    if (value.sensitive) found.sensitive = true
    if (excess) return
    if (isSequence(value)) value.items.forEach(visit)
    else if (isMapping(value)) value.entries.forEach(visit)
    if ((isSequence(value) || isMapping(value)) && value.open) visit(value.open)
  }
  values.forEach(visit)
  return {
    ...found,
    ...(origins.length > 0 && { origins }),
    ...(refs.size > 0 && { refs: [...refs.values()] }),
  }
}

function keepOrigin(origins: Range[], { source, start, end }: Range): void {
  if (origins.length >= MAX_ORIGINS) return
  if (!origins.some((known) => known.source === source && known.start === start))
    origins.push({ source, start, end })
}

/** The unknown value that comes of `first` where `values` were used: its reason and origins, and all their references. */
export function unknownFrom(first: UnknownValue, values: readonly Value[]): UnknownValue {
  const { refs, sensitive } = deepTraits([first, ...values])
  return {
    kind: 'unknown',
    because: first.because,
    ...(first.origins && { origins: first.origins }),
    ...(refs && { refs }),
    ...(sensitive && { sensitive }),
  }
}

export function uniteRefs(...lists: readonly (readonly ResourceRef[])[]): readonly ResourceRef[] {
  const nonEmpty = lists.filter((refs) => refs.length > 0)
  if (nonEmpty.length === 1) return nonEmpty[0]!
  const refs = new Map<string, ResourceRef>()
  for (const ref of nonEmpty.flat()) keepRef(refs, ref)
  return [...refs.values()]
}

function keepRef(refs: Map<string, ResourceRef>, ref: ResourceRef): void {
  const key = `${ref.project}\n${ref.address}\n${ref.attribute ?? ''}`
  if (!refs.has(key) && refs.size < MAX_REFS) refs.set(key, ref)
}
