import type { Resource } from '../domain/resource.ts'

/** Hours in a month, as AWS's own calculators count them: 8,760 / 12. */
export const HOURS_PER_MONTH = 730

export interface HoursPerMonth {
  readonly hours: number
  /** Said beside the estimate, e.g. `160 hours a month (ascribe.yml usage)`. */
  readonly assumption: string
}

/** How much of a month resources run. The configuration's `usage:` rules decide; without a rule, all of it. */
export interface UsageRules {
  hoursPerMonth(resource: Resource): HoursPerMonth
}

export const ALL_MONTH: UsageRules = {
  hoursPerMonth: () => ({ hours: HOURS_PER_MONTH, assumption: `${HOURS_PER_MONTH} hours a month` }),
}
