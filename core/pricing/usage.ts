import type { Resource } from '../domain/resource.ts'

/** Hours in a month, as AWS's own calculators count them: 8,760 / 12. */
export const HOURS_PER_MONTH = 730

export interface HoursPerMonth {
  readonly hours: number
  /** Whether somebody says so, for this resource. */
  readonly isStated: boolean
  /** Said beside the estimate, e.g. `160 hours a month (ascribe.yml usage)`. */
  readonly assumption: string
}

/** How much somebody says is used a month, and where it is said. */
export interface StatedQuantity {
  readonly value: number
  /** e.g. `ascribe-usage.yml:12` */
  readonly place: string
}

/** How much of a month resources run, and how much of what is charged by use they use. */
export interface UsageRules {
  hoursPerMonth(resource: Resource): HoursPerMonth
  /** Under a key such as `monthly_requests`; undefined where nobody says. */
  quantity(resource: Resource, key: string): StatedQuantity | undefined
}

/** Without any rule: all of the month, and nothing is said about quantities. */
export const ALL_MONTH: UsageRules = {
  hoursPerMonth: () => ({
    hours: HOURS_PER_MONTH,
    isStated: false,
    assumption: `${HOURS_PER_MONTH} hours a month`,
  }),
  quantity: () => undefined,
}
