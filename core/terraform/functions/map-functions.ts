import {
  findUnknown,
  isMapping,
  isSequence,
  type MappingValue,
  string,
  type UnknownValue,
  type Value,
} from '../../domain/value.ts'
import { convert } from '../types/convert.ts'
import { compareText, sortedEntries } from '../types/order.ts'
import { isFailure } from '../types/result.ts'
import { unknownFrom } from '../types/traits.ts'
import { listOf, mapOf, STRING } from '../types/type.ts'
import { typeOf } from '../types/unify.ts'
import { anything, text, textOf, texts } from './define.ts'
import { merge } from './merge.ts'
import { ArgumentError, type TerraformFunction } from './terraform-function.ts'

export const mapFunctions = {
  keys: {
    parameters: [anything('inputMap', { unknown: 'parts' })],
    result: 'picked',
    call: ([input]) => {
      const mapping = mappingOf(input!, 'inputMap')
      return {
        kind: mapping.kind === 'map' ? 'list' : 'tuple',
        items: sortedEntries(mapping).map(([key]) => string(key)),
        ...(mapping.open && { open: mapping.open }),
      }
    },
  },
  values: {
    parameters: [anything('mapping', { unknown: 'parts' })],
    result: 'picked',
    call: ([input]) => {
      const mapping = mappingOf(input!, 'mapping', 'values() requires a map as the first argument')
      return {
        kind: mapping.kind === 'map' ? 'list' : 'tuple',
        items: sortedEntries(mapping).map(([, value]) => value),
        ...(mapping.open && { open: mapping.open }),
      }
    },
  },
  lookup: {
    parameters: [anything('inputMap', { unknown: 'parts' }), { ...text('key'), unknown: 'whole' }],
    rest: anything('default', { nullable: true, unknown: 'whole' }),
    result: 'picked',
    call: ([input, key, ...defaults]) =>
      lookup(mappingOf(input!, 'inputMap', 'lookup() requires a map as the first argument'), key!, defaults),
  },
  merge: {
    parameters: [],
    rest: anything('maps', { nullable: true, unknown: 'whole' }),
    result: 'picked',
    call: merge,
  },
  transpose: {
    parameters: [{ name: 'values', type: mapOf(listOf(STRING)) }],
    result: 'made',
    call: ([input]) => transpose(mappingOf(input!, 'values')),
  },
  zipmap: {
    parameters: [{ ...texts('keys'), unknown: 'parts' }, anything('values', { unknown: 'whole' })],
    result: 'picked',
    call: ([keys, values]) => zipmap(keys!, values!),
  },
} satisfies Record<string, TerraformFunction>

function mappingOf(value: Value, parameter: string, wanted = 'must have map or object type'): MappingValue {
  if (isMapping(value)) return value
  throw new ArgumentError(wanted, parameter)
}

function lookup(mapping: MappingValue, name: Value, defaults: readonly Value[]): Value {
  if (defaults.length > 1)
    throw new ArgumentError('lookup() takes two or three arguments, got ' + (defaults.length + 2))
  // In an empty map no key is found, whatever it is.
  if (name.kind === 'unknown' && (mapping.open || mapping.entries.size > 0))
    return unknownFrom(name, [mapping, ...defaults])
  const key = name.kind === 'unknown' ? '' : textOf(name)
  const found = mapping.entries.get(key)
  if (found) return found
  const [fallback] = defaults
  if (mapping.open) return unknownFrom(mapping.open, fallback ? [fallback] : [])
  if (!fallback && mapping.kind === 'object')
    throw new ArgumentError(`the given object has no attribute ${JSON.stringify(key)}`, 'inputMap')
  if (!fallback) throw new ArgumentError(`lookup failed to find key ${JSON.stringify(key)}`)
  if (mapping.kind === 'object') return fallback
  const element = typeOf(mapping)
  const converted = convert(fallback, element.kind === 'map' ? element.element : STRING)
  if (isFailure(converted))
    throw new ArgumentError('the default value must have the same type as the map elements')
  return converted.value
}

function transpose(input: MappingValue): Value {
  const groups = new Map<string, Value[]>()
  for (const [key, list] of sortedEntries(input)) {
    if (list.kind === 'null') throw new ArgumentError('a list of the map is null', 'values')
    for (const item of isSequence(list) ? list.items : []) {
      const name = textOf(item)
      groups.set(name, [...(groups.get(name) ?? []), string(key)])
    }
  }
  const sorted = [...groups].sort(([a], [b]) => compareText(a, b))
  return {
    kind: 'map',
    entries: new Map(
      sorted.map(([name, keys]) => [
        name,
        { kind: 'list', items: keys.sort((a, b) => compareText(textOf(a), textOf(b))) },
      ]),
    ),
  }
}

/** A later key that is unknown may be any earlier one, and then takes its place. */
function zipmap(keys: Value, values: Value): Value {
  if (!isSequence(keys)) return keys
  if (values.kind !== 'unknown' && values.kind !== 'list' && values.kind !== 'tuple')
    throw new ArgumentError('values argument must be a list or tuple value', 'values')
  const unplaced = values.kind === 'unknown' ? values : (keys.open ?? values.open)
  if (!unplaced && isSequence(values) && values.items.length !== keys.items.length)
    throw new ArgumentError(
      `number of keys (${keys.items.length}) does not match number of values (${values.items.length})`,
    )
  const entries = new Map<string, Value>()
  let open: UnknownValue | undefined = keys.open
  for (const [index, key] of keys.items.entries()) {
    if (key.kind === 'null') throw new ArgumentError('keys must not be null', 'keys')
    const value = unplaced
      ? unknownFrom(unplaced, [values])
      : (values as { items: readonly Value[] }).items[index]!
    if (key.kind === 'string') entries.set(key.value, value)
    else {
      const doubt = findUnknown(key)!
      open ??= doubt
      for (const [earlier, before] of entries) entries.set(earlier, unknownFrom(doubt, [before, value]))
    }
  }
  const sensitive = keys.items.some((key) => key.sensitive)
  return {
    kind: values.kind === 'tuple' ? 'object' : 'map',
    entries,
    ...(open && { open }),
    ...(sensitive && { sensitive }),
  }
}
