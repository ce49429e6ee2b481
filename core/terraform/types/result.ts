import type { Value } from '../../domain/value.ts'

/** A value, or Terraform's refusal in words close to its own. */
export type Result = { readonly value: Value } | Failure
export interface Failure {
  readonly error: string
}

export function isFailure(outcome: object): outcome is Failure {
  return 'error' in outcome
}
