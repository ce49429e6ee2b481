import { isMapping, isSequence, MAX_ORIGINS, type MappingValue, type Value } from '../../domain/value.ts'
import type { MergeSchema } from './merge-schema.ts'
import { textOf, withoutEntry } from './value-edits.ts'

/**
 * A strategic merge patch, as Kustomize applies it: mappings field by field, lists with a merge key item by item (the
 * patch's items first), everything else replaced; null removes. `$patch: delete`, `replace` and `merge` are obeyed.
 * Undefined where nothing is left.
 */
export function strategicMerge(
  base: Value | undefined,
  patch: Value | undefined,
  schema: MergeSchema | undefined,
): Value | undefined {
  if (patch === undefined) return base
  if (patch.kind === 'null') return undefined
  if (isMapping(patch)) return mergeMapping(base, patch, schema)
  if (isSequence(patch) && schema?.keys) return mergeList(base, patch.items, schema.keys, schema)
  return replaced(base, patch)
}

/** The patch's value where the patch says so, which still remembers what it took the place of. */
function replaced(base: Value | undefined, patch: Value): Value {
  const origins = [...(patch.origins ?? []), ...(base?.origins ?? [])].slice(0, MAX_ORIGINS)
  return origins.length === 0 ? patch : { ...patch, origins }
}

function mergeMapping(
  base: Value | undefined,
  patch: MappingValue,
  schema: MergeSchema | undefined,
): Value | undefined {
  const directive = textOf(patch.entries.get('$patch'))
  if (directive === 'delete') return undefined
  const fields = withoutEntry(patch, '$patch')
  const isKept = base !== undefined && isMapping(base) && directive !== 'replace'
  const merged = new Map(isKept ? base.entries : [])
  for (const [key, value] of fields.entries) {
    const field = strategicMerge(merged.get(key), value, schema?.fields?.[key])
    if (field === undefined) merged.delete(key)
    else merged.set(key, field)
  }
  return { ...(isKept ? base : replaced(base, fields)), kind: 'object', entries: merged }
}

function mergeList(
  base: Value | undefined,
  patch: readonly Value[],
  keys: readonly string[],
  schema: MergeSchema,
): Value | undefined {
  const directive = patch.map(listDirective).find((found) => found !== undefined)
  if (directive === 'delete') return undefined
  const changes = patch.filter((item) => listDirective(item) === undefined)
  const kept = base && isSequence(base) && directive !== 'replace' ? base.items : []
  const merged =
    keys.length === 0
      ? united(changes, kept)
      : mergeItems(kept, changes, keys, { fields: schema.fields ?? {} })
  return { ...(base && isSequence(base) ? base : { kind: 'list' as const }), items: merged }
}

/** `- $patch: replace` alone in an item speaks about the whole list. */
function listDirective(item: Value): string | undefined {
  return isMapping(item) && item.entries.size === 1 ? textOf(item.entries.get('$patch')) : undefined
}

function united(first: readonly Value[], then: readonly Value[]): readonly Value[] {
  const seen = new Map<string, Value>()
  for (const item of [...first, ...then]) {
    const text = textOf(item) ?? ''
    if (!seen.has(text)) seen.set(text, item)
  }
  return [...seen.values()]
}

function mergeItems(
  base: readonly Value[],
  patch: readonly Value[],
  keys: readonly string[],
  schema: MergeSchema,
): readonly Value[] {
  const places = placesByKey(base, keys[0]!)
  const merged = new Map<number, readonly Value[]>()
  const added: Value[] = []
  const all: Value[] = []
  for (const change of patch) {
    const candidates = places.get(textOf(entry(change, keys[0]!)) ?? '') ?? []
    const place = candidates.find((at) => !merged.has(at) && agrees(base[at]!, change, keys))
    const old = place === undefined ? undefined : base[place]
    // Kustomize puts an item that is to be replaced back as it was.
    const isPutBack = old && textOf(entry(change, '$patch')) === 'replace'
    const found = isPutBack ? old : strategicMerge(old, change, schema)
    const left = !found || (isMapping(found) && found.entries.size === 0) ? [] : [found]
    if (place === undefined) added.push(...left)
    else merged.set(place, left)
    all.push(...left)
  }
  // Where a further key is written, Kustomize leaves what it merges in its place; else it comes first.
  const isInPlace = keys.slice(1).some((key) => [...base, ...patch].some((item) => entry(item, key)))
  return isInPlace
    ? [...added, ...base.flatMap((item, at) => merged.get(at) ?? [item])]
    : [...all, ...base.filter((_, at) => !merged.has(at))]
}

function placesByKey(items: readonly Value[], key: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [at, item] of items.entries()) {
    const text = textOf(entry(item, key))
    if (text === undefined) continue
    const same = places.get(text)
    if (same) same.push(at)
    else places.set(text, [at])
  }
  return places
}

/** Where both say what a further key is, they say the same. */
function agrees(base: Value, patch: Value, keys: readonly string[]): boolean {
  return keys.slice(1).every((key) => {
    const [here, there] = [textOf(entry(base, key)), textOf(entry(patch, key))]
    return here === undefined || there === undefined || here === there
  })
}

function entry(item: Value, key: string): Value | undefined {
  return isMapping(item) ? item.entries.get(key) : undefined
}
