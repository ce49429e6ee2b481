import {
  bool,
  findUnknown,
  isMapping,
  isSequence,
  type MappingValue,
  type SequenceValue,
  string,
  traitsOf,
  type UnknownValue,
  type Value,
} from '../../domain/value.ts'
import { formatNumber } from './format-number.ts'
import { parseNumber } from './parse-number.ts'
import { type Failure, isFailure, type Result } from './result.ts'
import { makeSet } from './set.ts'
import { excessOf } from './size.ts'
import {
  ANY,
  type AttributeType,
  type CollectionType,
  mentionsAny,
  type ObjectType,
  type TupleType,
  type Type,
  typeName,
} from './type.ts'
import { typeOf, unify } from './unify.ts'

/**
 * Converts as Terraform does for variables, module inputs and function arguments: primitives into one another where
 * the text allows it, tuples and sets into lists, objects into maps and back; optional attributes get their defaults.
 * Unknown values stay unknown, what is open stays open, and every part keeps its origins, references and marks.
 */
export function convert(value: Value, to: Type): Result {
  const excess = excessOf([value])
  if (excess) return { error: `the value has ${excess}.` }
  const converted = convertPart(value, to)
  return isFailure(converted) ? { error: `${converted.error}.` } : { value: converted }
}

function convertPart(value: Value, to: Type): Value | Failure {
  if (to.kind === 'any' || value.kind === 'unknown' || value.kind === 'null') return value
  switch (to.kind) {
    case 'string':
    case 'number':
    case 'bool':
      return value.kind === to.kind ? value : convertPrimitive(value, to)
    case 'list':
    case 'set':
      return isSequence(value) ? convertSequence(value, to) : mismatch(to)
    case 'map':
      return isMapping(value) ? convertToMap(value, to) : mismatch(to)
    case 'tuple':
      return value.kind === 'tuple' ? convertTuple(value, to) : mismatch(to)
    case 'object':
      return isMapping(value) ? convertToObject(value, to) : mismatch(to)
    default:
      return value
  }
}

function mismatch(to: Type): Failure {
  const isCollection = to.kind === 'list' || to.kind === 'set' || to.kind === 'map'
  const element = isCollection && to.element.kind === 'any' ? ' of any single type' : ''
  return { error: `${typeName(to)}${element} required` }
}

function convertPrimitive(value: Value, to: Type): Value | Failure {
  if (to.kind === 'string' && value.kind === 'number')
    return { ...string(formatNumber(value)), ...traitsOf(value) }
  if (to.kind === 'string' && value.kind === 'bool')
    return { ...string(String(value.value)), ...traitsOf(value) }
  if (to.kind === 'number' && value.kind === 'string') {
    const parsed = parseNumber(value.value)
    return parsed ? { ...parsed, ...traitsOf(value) } : { error: 'a number is required' }
  }
  if (to.kind === 'bool' && value.kind === 'string') {
    if (value.value === 'true' || value.value === '1') return { ...bool(true), ...traitsOf(value) }
    if (value.value === 'false' || value.value === '0') return { ...bool(false), ...traitsOf(value) }
    return { error: 'a bool is required' }
  }
  return mismatch(to)
}

function convertSequence(value: SequenceValue, to: CollectionType): Value | Failure {
  const items = convertItems(value, to)
  if (isFailure(items)) return items
  const open = value.open ?? (value.kind === 'set' && to.kind === 'list' ? doubtfulItem(value) : undefined)
  if (to.kind === 'set') return makeSet(items, open, traitsOf(value))
  if (value.kind === 'list' && items === value.items) return value
  return { kind: 'list', items, ...(open && { open }), ...traitsOf(value) }
}

/** Of two items of a set of which one is unknown, nobody knows the order, nor whether they are two. */
function doubtfulItem(set: SequenceValue): UnknownValue | undefined {
  return set.items.length > 1 ? findUnknown(set) : undefined
}

/** The items in the collection's element type; the same array where nothing had to be converted. */
function convertItems({ items, open: more }: SequenceValue, to: CollectionType): readonly Value[] | Failure {
  let changed = false
  const converted: Value[] = []
  for (const [index, item] of items.entries()) {
    const outcome = convertPart(item, to.element)
    if (isFailure(outcome)) return { error: `element ${index}: ${outcome.error}` }
    if (outcome !== item) changed = true
    converted.push(outcome)
  }
  if (mentionsAny(to.element)) {
    const unified = unifyValues(converted, more)
    if (!unified) return { error: `all ${to.kind} elements must have the same type` }
    return unified === converted && !changed ? items : unified
  }
  return changed ? converted : items
}

function convertToMap(value: MappingValue, to: CollectionType): Value | Failure {
  const keys = [...value.entries.keys()]
  let values: readonly Value[] = [...value.entries.values()]
  const converted: Value[] = []
  for (const [index, item] of values.entries()) {
    const outcome = convertPart(item, to.element)
    if (isFailure(outcome)) return { error: `element ${JSON.stringify(keys[index])}: ${outcome.error}` }
    converted.push(outcome)
  }
  values = converted
  if (mentionsAny(to.element)) {
    const unified = unifyValues(values, value.open)
    if (!unified) return { error: 'all map elements must have the same type' }
    values = unified
  }
  const entries = new Map(keys.map((key, index) => [key, values[index]!]))
  return { kind: 'map', entries, ...(value.open && { open: value.open }), ...traitsOf(value) }
}

function convertTuple(value: SequenceValue, to: TupleType): Value | Failure {
  if (value.open) return value
  if (value.items.length !== to.elements.length)
    return { error: `tuple of ${to.elements.length} elements required` }
  const items: Value[] = []
  for (const [index, item] of value.items.entries()) {
    const outcome = convertPart(item, to.elements[index]!)
    if (isFailure(outcome)) return { error: `element ${index}: ${outcome.error}` }
    items.push(outcome)
  }
  return { kind: 'tuple', items, ...traitsOf(value) }
}

/** Attributes that the type does not name are dropped, as Terraform drops them. */
function convertToObject(value: MappingValue, to: ObjectType): Value | Failure {
  const entries = new Map<string, Value>()
  for (const [name, attribute] of to.attributes) {
    const converted = convertAttribute(name, value, attribute)
    if (isFailure(converted)) return converted
    entries.set(name, converted)
  }
  return { kind: 'object', entries, ...traitsOf(value) }
}

function convertAttribute(name: string, value: MappingValue, attribute: AttributeType): Value | Failure {
  const given = value.entries.get(name) ?? value.open
  if (!given && !attribute.optional) return { error: `attribute ${JSON.stringify(name)} is required` }
  const absent = given === undefined || given.kind === 'null'
  const chosen = (absent ? attribute.default : given) ?? given ?? { kind: 'null' }
  const converted = convertPart(chosen, attribute.type)
  return isFailure(converted) ? { error: `attribute ${JSON.stringify(name)}: ${converted.error}` } : converted
}

/**
 * The values converted to their common type, as the items of a list and the two results of a conditional are, or
 * undefined where there is none. `more` stands for further values that are not known.
 */
export function unifyValues(values: readonly Value[], more?: UnknownValue): readonly Value[] | undefined {
  const type = commonType(values, more)
  if (type === undefined || type.kind === 'any') return type && values
  const converted: Value[] = []
  for (const value of values) {
    const outcome = convertPart(value, type)
    if (isFailure(outcome)) return undefined
    converted.push(outcome)
  }
  return converted
}

/**
 * The type that the values share, `any` where nothing has to be converted or nobody can say, undefined where there is
 * none.
 */
export function commonType(values: readonly Value[], more?: UnknownValue): Type | undefined {
  if (values.every((value) => isPlain(value, values[0]!)) || excessOf(values)) return ANY
  const type = unify(values.map(typeOf))
  // A number and a bool have no common type, but what is unknown beside them may be the string that gives them one.
  return type ?? (more || values.some(findUnknown) ? ANY : undefined)
}

function isPlain(value: Value, first: Value): boolean {
  return value.kind === 'unknown' || (value.kind === first.kind && !isSequence(value) && !isMapping(value))
}
