import { type UnknownValue, unknown, type Value } from '../../domain/value.ts'
import type { Expression } from '../../hcl/syntax.ts'
import type { ProblemLog } from '../../source/problem-log.ts'
import { evaluate } from './evaluate.ts'
import { EvaluationFailure } from './evaluation-failure.ts'
import type { Scope } from './scope.ts'

/** Evaluates a whole expression: where Terraform would reject it, the value is unknown and a problem says why. */
export function settle(expression: Expression, scope: Scope, problems: ProblemLog): Value {
  return guard(() => evaluate(expression, scope), problems)
}

/** Runs a piece of evaluation; a failure becomes a problem and an unknown value. */
export function guard(work: () => Value, problems: ProblemLog): Value {
  try {
    return work()
  } catch (thrown) {
    if (!(thrown instanceof EvaluationFailure)) throw thrown
    return failed(thrown, problems)
  }
}

function failed({ message, range }: EvaluationFailure, problems: ProblemLog): UnknownValue {
  problems.add({ severity: 'warning', message, range })
  return unknown(`it cannot be evaluated: ${message}`, { origins: [range] })
}
