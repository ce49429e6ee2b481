import type { UnknownValue, Value } from '../../domain/value.ts'
import type { Range } from '../../source/source-file.ts'
import { convert } from '../types/convert.ts'
import { BOOL } from '../types/type.ts'
import { EvaluationFailure } from './evaluation-failure.ts'

/** Whether a condition holds, or the unknown that hides it. */
export function truth(condition: Value, at: Range): boolean | UnknownValue {
  const converted = convert(condition, BOOL)
  if ('value' in converted) {
    const { value } = converted
    if (value.kind === 'unknown') return value
    if (value.kind === 'bool') return value.value
  }
  throw new EvaluationFailure(`the condition is ${condition.kind}. expected true or false`, at)
}
