import type { Value } from '../../domain/value.ts'
import {
  ANY,
  type AttributeType,
  BOOL,
  listOf,
  mapOf,
  mentionsAny,
  NUMBER,
  type ObjectType,
  STRING,
  setOf,
  type TupleType,
  type Type,
} from './type.ts'

/** The type of a value; `any` for null and unknown, which our values do not type, and where items disagree. */
export function typeOf(value: Value): Type {
  switch (value.kind) {
    case 'string':
      return STRING
    case 'number':
      return NUMBER
    case 'bool':
      return BOOL
    case 'list':
      return listOf(unify(value.items.map(typeOf)) ?? ANY)
    case 'set':
      return setOf(unify(value.items.map(typeOf)) ?? ANY)
    case 'map':
      return mapOf(unify([...value.entries.values()].map(typeOf)) ?? ANY)
    case 'tuple':
      return { kind: 'tuple', elements: value.items.map(typeOf) }
    case 'object':
      return {
        kind: 'object',
        attributes: new Map(
          [...value.entries].map(([name, item]) => [name, { type: typeOf(item), optional: false }]),
        ),
      }
    default:
      return ANY
  }
}

/**
 * The one type that all can be converted to, or undefined. `any` says nothing and is passed over: a number beside an
 * unknown value stays a number, though Terraform would make it a string if the unknown value were one.
 */
export function unify(types: readonly Type[]): Type | undefined {
  const known = types.filter((type) => type.kind !== 'any')
  const first = known[0]
  if (first === undefined) return ANY
  const kinds = new Set(known.map((type) => type.kind))
  const only = (...allowed: readonly Type['kind'][]) => [...kinds].every((kind) => allowed.includes(kind))
  if (kinds.size === 1 && only('string', 'number', 'bool')) return first
  if (kinds.has('string') && only('string', 'number', 'bool')) return STRING
  if (only('object')) return unifyObjects(known as readonly ObjectType[])
  if (only('tuple')) return unifyTuples(known as readonly TupleType[])
  if (only('map', 'object')) return collectionOf('map', known)
  if (only('list', 'tuple')) return collectionOf('list', known)
  if (only('set')) return collectionOf('set', known)
  if (only('list', 'set')) return preferred('list', known)
  if (only('set', 'tuple')) return preferred('set', known)
  return undefined
}

/** Of different kinds of collections one prevails as it is, where the others may be converted to it. */
function preferred(kind: 'list' | 'set', types: readonly Type[]): Type | undefined {
  const type = unify(types.filter((type) => type.kind === kind))
  if (!type || mentionsAny(type)) return collectionOf(kind, types)
  return types.every((other) => mayConvert(other, type)) ? type : undefined
}

/** Whether some value of a type can be converted to another: `"1"` to a number, though not every string. */
function mayConvert(from: Type, to: Type): boolean {
  if (from.kind === 'any') return true
  switch (to.kind) {
    case 'any':
      return true
    case 'string':
      return from.kind === 'string' || from.kind === 'number' || from.kind === 'bool'
    case 'number':
    case 'bool':
      return from.kind === to.kind || from.kind === 'string'
    case 'list':
    case 'set':
      return (
        (from.kind === 'list' || from.kind === 'set' || from.kind === 'tuple') &&
        elementTypes(from).every((element) => mayConvert(element, to.element))
      )
    case 'map':
      return (
        (from.kind === 'map' || from.kind === 'object') &&
        elementTypes(from).every((element) => mayConvert(element, to.element))
      )
    case 'tuple':
      return (
        from.kind === 'tuple' &&
        from.elements.length === to.elements.length &&
        from.elements.every((element, index) => mayConvert(element, to.elements[index]!))
      )
    case 'object':
      return mayBecomeObject(from, to)
    default:
      return to satisfies never
  }
}

function mayBecomeObject(from: Type, to: ObjectType): boolean {
  if (from.kind === 'map') return true
  if (from.kind !== 'object') return false
  return [...to.attributes].every(([name, { type }]) => {
    const given = from.attributes.get(name)
    return given !== undefined && mayConvert(given.type, type)
  })
}

function collectionOf(kind: 'list' | 'set' | 'map', types: readonly Type[]): Type | undefined {
  const element = unify(types.flatMap(elementTypes))
  return element && { kind, element }
}

function elementTypes(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return [type.element]
    case 'tuple':
      return type.elements
    case 'object':
      return [...type.attributes.values()].map((attribute) => attribute.type)
    default:
      return []
  }
}

function unifyObjects(types: readonly ObjectType[]): Type | undefined {
  const names = [...types[0]!.attributes.keys()]
  const alike = types.every(
    (type) => type.attributes.size === names.length && names.every((name) => type.attributes.has(name)),
  )
  if (!alike) return collectionOf('map', types)
  const attributes = new Map<string, AttributeType>()
  for (const name of names) {
    const type = unify(types.map((object) => object.attributes.get(name)!.type))
    if (!type) return collectionOf('map', types)
    attributes.set(name, { type, optional: false })
  }
  return { kind: 'object', attributes }
}

function unifyTuples(types: readonly TupleType[]): Type | undefined {
  const length = types[0]!.elements.length
  if (types.some((type) => type.elements.length !== length)) return collectionOf('list', types)
  const elements: Type[] = []
  for (let index = 0; index < length; index++) {
    const element = unify(types.map((tuple) => tuple.elements[index]!))
    if (!element) return collectionOf('list', types)
    elements.push(element)
  }
  return { kind: 'tuple', elements }
}
