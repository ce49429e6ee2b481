import { isMapping, type MappingValue, type UnknownValue, type Value } from '../../domain/value.ts'
import { unknownFrom } from '../types/traits.ts'
import { typeName } from '../types/type.ts'
import { typeOf } from '../types/unify.ts'
import { ArgumentError } from './terraform-function.ts'

/**
 * Terraform's `merge()`, as far as it is certain. A key that a known argument has is in the result; its value is known
 * unless an unknown argument, or the unknown rest of an open one, comes later and may overwrite it. Values that are
 * kept are kept as the very objects they are, so that their origins tell where an effective tag was written.
 */
export function merge(maps: readonly Value[]): Value {
  const entries = new Map<string, Value>()
  let open: UnknownValue | undefined
  const given: Value[] = []
  for (const [index, argument] of maps.entries()) {
    if (argument.kind === 'null') continue
    if (argument.kind !== 'unknown' && !isMapping(argument))
      throw new ArgumentError(
        `arguments must be maps or objects, got ${JSON.stringify(typeName(typeOf(argument)))}`,
      )
    given.push(argument)
    const doubt = argument.kind === 'unknown' ? argument : argument.open
    if (doubt) {
      open ??= doubt
      overshadow(entries, argument, doubt)
    }
    if (isMapping(argument))
      for (const [key, value] of argument.entries) entries.set(key, marked(value, argument))
    else if (index === 0 && maps.length === 1) return argument
  }
  return { kind: kindOf(given), entries, ...(open && { open }) }
}

/** What came before and is not listed after may be overwritten; that the key is present remains certain. */
function overshadow(entries: Map<string, Value>, argument: Value, doubt: UnknownValue): void {
  for (const [key, before] of entries) {
    if (isMapping(argument) && argument.entries.has(key)) continue
    const value = unknownFrom(doubt, [before])
    const origins = before.origins ?? doubt.origins
    entries.set(key, origins ? { ...value, origins } : value)
  }
}

function marked(value: Value, argument: MappingValue): Value {
  return argument.sensitive && !value.sensitive ? { ...value, sensitive: true } : value
}

/** Maps of one type stay a map; anything else becomes an object. */
function kindOf(given: readonly Value[]): 'map' | 'object' {
  const mappings = given.filter(isMapping)
  if (mappings.length === 0 || mappings.some((mapping) => mapping.kind !== 'map'))
    return mappings.length === 0 && given.length > 0 ? 'map' : 'object'
  const [first] = mappings
  const elements = mappings.map((mapping) => JSON.stringify(typeOf(mapping)))
  return first && elements.every((element) => element === elements[0]) ? 'map' : 'object'
}
