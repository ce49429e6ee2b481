import { nearest } from '../../config/nearest.ts'
import { EXEMPTABLE_RULE_IDS } from '../../config/rule-ids.ts'
import { oneOf, quote } from '../../config/wording.ts'
import { isKnownRule } from '../ignore-comment.ts'
import type { ExemptionCheck } from './exemption-check.ts'

export const unusedExemption: ExemptionCheck = {
  id: 'unused-exemption',
  severity: 'warning',
  summary: 'An exemption exempts something.',
  check: ({ from, rule, keys, isPlaced, isVisible, matched }) => {
    if (rule === undefined)
      return 'this exemption names no rule. expected e.g. "# ascribe:ignore missing-tag retired in Q1"'
    if (!isKnownRule(rule)) {
      const near = nearest(rule, EXEMPTABLE_RULE_IDS)
      const right = near === undefined ? `expected ${oneOf(EXEMPTABLE_RULE_IDS)}` : `did you mean "${near}"?`
      return `no rule is named ${quote(rule)}, so this exempts nothing. ${right}`
    }
    if (!isPlaced)
      return `this exemption from ${rule} stands beside nothing. expected it directly above a block, or in it`
    if (matched.length > 0 || !isVisible) return undefined
    const what = keys.length === 0 ? rule : `${rule}(${keys.join(', ')})`
    return from === 'comment'
      ? `nothing here is found by ${what}. take the exemption away`
      : `nothing that it matches is found by ${what}. take the exemption away, or mend its match`
  },
}
