import type { MappingValue } from '../../domain/value.ts'
import type { Range } from '../../source/source-file.ts'
import { idKey, idOf, type ObjectId } from './object-id.ts'

/** An object on its way through a build, with what Kustomize remembers of its way. */
export interface BuiltObject {
  readonly value: MappingValue
  /** Where the object is written, or the generator that makes it. */
  readonly range: Range
  /** What it was called before, oldest first: patches and references may still use that. */
  readonly previous: readonly ObjectId[]
  readonly prefixes: readonly string[]
  readonly suffixes: readonly string[]
  /** Made by a generator whose name is to end in a hash of its content. */
  readonly isHashed: boolean
  /** Names of the variables that a field of it decides. */
  readonly vars: readonly string[]
}

export const builtObject = (value: MappingValue, range: Range): BuiltObject => ({
  value,
  range,
  previous: [],
  prefixes: [],
  suffixes: [],
  isHashed: false,
  vars: [],
})

export const originalId = (object: BuiltObject): ObjectId => object.previous[0] ?? idOf(object.value)

/** To be asked before a name, a namespace or a kind changes. */
export function rememberId(object: BuiltObject): BuiltObject {
  return { ...object, previous: [...object.previous, idOf(object.value)] }
}

/** Places in a build by every id an object has or had. */
export function indexById(objects: readonly BuiltObject[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [at, { value, previous }] of objects.entries()) {
    const { group, version } = idOf(value)
    // What an object was called before counts under the group and version that it has now.
    const keys = new Set([...previous.map((id) => idKey({ ...id, group, version })), idKey(idOf(value))])
    for (const key of keys) {
      const places = index.get(key)
      if (places) places.push(at)
      else index.set(key, [at])
    }
  }
  return index
}
