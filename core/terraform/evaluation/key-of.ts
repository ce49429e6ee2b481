import type { UnknownValue, Value } from '../../domain/value.ts'
import type { Range } from '../../source/source-file.ts'
import { EvaluationFailure } from './evaluation-failure.ts'

/** A value as the key of a map or object. */
export function asKey(key: Value, at: Range): string | UnknownValue {
  if (key.kind === 'unknown') return key
  if (key.kind === 'string') return key.value
  if (key.kind === 'number' || key.kind === 'bool') return String(key.value)
  throw new EvaluationFailure(`a key is ${key.kind}. expected a string`, at)
}
