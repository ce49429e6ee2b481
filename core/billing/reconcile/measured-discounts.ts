import { groupBy } from '../group-by.ts'
import type { Joined } from './join-resources.ts'
import { differs, estimatedIn, usedIn } from './measured-usage.ts'

export interface MeasuredDiscount {
  readonly sku: string
  /** Off the list price. */
  readonly percent: number
}

/** Below half a percent it is rounding; near all of it, it is something else. */
const [LEAST, MOST] = [0.5, 95]

/**
 * What was paid for less than the list price, by SKU: only where the bill's quantity is the estimate's, and one SKU is
 * charged by its unit, so that the difference can be nothing but the price.
 */
export function measuredDiscounts(joined: readonly Joined[]): readonly MeasuredDiscount[] {
  const seen = joined.flatMap(({ estimated, billed }) =>
    [...groupBy(estimated.charges, ({ unit }) => unit)].flatMap(([unit, [charge, ...others]]) => {
      if (!charge || others.length > 0 || charge.listCost <= 0) return []
      if (differs(usedIn(billed, unit), estimatedIn(estimated, unit))) return []
      const paid = billed
        .flatMap(({ uses }) => uses)
        .reduce((sum, use) => sum + (use.unit === unit ? use.cost : 0), 0)
      return [{ sku: charge.sku, list: charge.listCost, paid, now: charge.cost }]
    }),
  )
  return [...groupBy(seen, ({ sku }) => sku)]
    .flatMap(([sku, all]) => {
      const total = (of: (each: (typeof all)[number]) => number) =>
        all.reduce((sum, each) => sum + of(each), 0)
      const percent = Number((100 * (1 - total(({ paid }) => paid) / total(({ list }) => list))).toFixed(3))
      const isAsNow = !differs(
        total(({ paid }) => paid),
        total(({ now }) => now),
      )
      return percent < LEAST || percent > MOST || isAsNow ? [] : [{ sku, percent }]
    })
    .sort((a, b) => (a.sku < b.sku ? -1 : 1))
}
