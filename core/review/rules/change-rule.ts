import type { Config } from '../../config/config.ts'
import type { ReviewRuleId } from '../../config/rule-ids.ts'
import type { Severity } from '../../domain/finding.ts'
import type { Usd } from '../../domain/money.ts'
import type { Range } from '../../source/source-file.ts'
import type { BudgetUse } from '../budget-uses.ts'
import type { Review } from '../review.ts'

/** What is wrong with the money of a whole change, not with one resource. Ids are added by `checkChange`. */
export interface ChangeRule {
  readonly id: ReviewRuleId
  readonly severity: Severity
  /** What the rule asks for, in a sentence. */
  readonly summary: string
  check(subject: ChangeSubject): Iterable<ChangeProblem>
}

export interface ChangeSubject {
  readonly config: Config
  readonly budgets: readonly BudgetUse[]
  readonly by: Review['by']
  readonly resources: Review['resources']
  /** An ISO date; undefined where the front end does not say. */
  readonly today: string | undefined
}

export interface ChangeProblem {
  readonly message: string
  /** Of ascribe.yml, e.g. `teams.fraud-ml`, or of a resource. */
  readonly address: string
  readonly project: string
  readonly range: Range
  readonly monthlyCost: Usd
  /** In place of the rule's own. */
  readonly severity?: Severity
  readonly state: 'new' | 'existing' | 'fixed'
}
