import type { ExemptionCheck } from './exemption-check.ts'
import { exemptionWithoutReason } from './exemption-without-reason.ts'
import { expiredExemption } from './expired-exemption.ts'
import { unusedExemption } from './unused-exemption.ts'

/** In the order they are asked: what is needed no more needs no reason either. */
export const exemptionChecks: readonly ExemptionCheck[] = [
  unusedExemption,
  exemptionWithoutReason,
  expiredExemption,
]
