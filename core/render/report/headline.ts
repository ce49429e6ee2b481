import { signOf } from '../../domain/currency.ts'
import type { Review } from '../../review/review.ts'
import { amountText, growthText, shareText } from '../amounts/amount.ts'
import { afterText, beforeText, deltaText } from '../amounts/shown-change.ts'

/** What a reader who stops after two lines has read. Each figure is rounded by itself, none is corrected. */
export interface Headline {
  /** `+$3,198/month` */
  readonly change: string
  /** `+17.5%`; undefined where there was nothing before. */
  readonly growth: string | undefined
  readonly before: string
  readonly after: string
  /** Share of the dollars that have an owner; undefined where there are none. */
  readonly coverageBefore: string | undefined
  readonly coverageAfter: string | undefined
  readonly coverageFell: boolean
  /** How much of what has an owner has it by declaration, e.g. `$412`; undefined where nothing does. */
  readonly declared: string | undefined
}

export function headline({ total, coverage, prices }: Review): Headline {
  const sign = signOf(prices.currency)
  const before = coverage.before.share
  const after = coverage.after.share
  return {
    change: total.delta === 0 ? 'no change in cost' : `${deltaText(total, sign)}/month`,
    growth: growthText(total.before, total.delta),
    before: beforeText(total, sign),
    after: afterText(total, sign),
    coverageBefore: before === undefined ? undefined : shareText(before),
    coverageAfter: after === undefined ? undefined : shareText(after),
    coverageFell: before !== undefined && after !== undefined && after < before,
    declared: coverage.after.declared > 0 ? amountText(coverage.after.declared, sign) : undefined,
  }
}
