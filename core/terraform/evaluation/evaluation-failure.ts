import type { Range } from '../../source/source-file.ts'

/**
 * An expression that Terraform itself would reject: a missing attribute, a bad argument. Thrown inside the evaluation
 * of one expression, so that `try()` and `can()` can catch it; never leaves it (see `settle`).
 */
export class EvaluationFailure extends Error {
  override readonly name = 'EvaluationFailure'
  readonly range: Range

  constructor(message: string, range: Range) {
    super(message)
    this.range = range
  }
}

/** The budget is used up: neither `try()` nor a loop goes on after it. */
export class BudgetExhausted extends EvaluationFailure {}
