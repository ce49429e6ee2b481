import type { ExemptionCheck } from './exemption-check.ts'

export const exemptionWithoutReason: ExemptionCheck = {
  id: 'exemption-without-reason',
  severity: 'error',
  summary: 'An exemption says why.',
  check: ({ from, rule, reason }) => {
    if (reason !== undefined) return undefined
    const right =
      from === 'comment'
        ? `expected it behind the rule, e.g. "# ascribe:ignore ${rule} retired in Q1"`
        : 'expected e.g. reason: "retired in Q1"'
    return `this exemption from ${rule} gives no reason, so it exempts nothing. ${right}`
  },
}
