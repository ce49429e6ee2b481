import type { Value } from '../../domain/value.ts'
import { commonType, convert } from './convert.ts'
import { isFailure, type Result } from './result.ts'
import { withTraits } from './traits.ts'
import { typeName } from './type.ts'
import { typeOf } from './unify.ts'

/**
 * `condition ? then : otherwise` where the condition is known: the chosen side in the type that both share, and
 * sensitive if the condition or either side is. Both sides must be there; a side that cannot be evaluated counts as
 * unknown.
 */
export function choose(condition: Value & { readonly kind: 'bool' }, then: Value, otherwise: Value): Result {
  const type = commonType([then, otherwise])
  if (!type) {
    const types = `The 'true' value is ${typeName(typeOf(then))}, but the 'false' value is ${typeName(typeOf(otherwise))}.`
    return { error: `The true and false result expressions must have consistent types. ${types}` }
  }
  const sensitive = [condition, then, otherwise].some((value) => value.sensitive)
  const chosen = convert(condition.value ? then : otherwise, type)
  if (isFailure(chosen)) {
    const side = condition.value ? 'true' : 'false'
    return { error: `The ${side} result value has the wrong type: ${chosen.error}` }
  }
  return { value: withTraits(chosen.value, [], sensitive) }
}
