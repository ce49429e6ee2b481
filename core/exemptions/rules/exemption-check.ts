import type { ExemptionRuleId } from '../../config/rule-ids.ts'
import type { Finding, Severity } from '../../domain/finding.ts'
import type { Range } from '../../source/source-file.ts'

/** One rule that an exemption names, as it is stated in a comment or in `ascribe.yml`. */
export interface StatedExemption {
  readonly from: 'comment' | 'config'
  /** As written, which may be no rule's id; undefined where none is named. */
  readonly rule: string | undefined
  readonly keys: readonly string[]
  readonly reason: string | undefined
  readonly until: string | undefined
  readonly range: Range
  /** Whether it stands beside something; what `ascribe.yml` says always does. */
  readonly isPlaced: boolean
  /** What it matches, whether it holds or not. */
  readonly matched: readonly Finding[]
  /** Whether what it is about could be seen: of what cannot be read, nothing is known. */
  readonly isVisible: boolean
}

/** What is wrong with an exemption. Id, severity and place are added. */
export interface ExemptionCheck {
  readonly id: ExemptionRuleId
  readonly severity: Severity
  /** What the rule asks for, in a sentence. */
  readonly summary: string
  /** `today` is an ISO date; without it, nothing is past. */
  readonly check: (exemption: StatedExemption, today: string | undefined) => string | undefined
}
