import { add, subtract, type Usd, ZERO } from '../../domain/money.ts'
import type { Change } from '../../review/review.ts'
import { amountText, CENT, DOLLAR, isWhole, rounded, roundTo, signedText } from './amount.ts'

/** The three figures of a change as they are shown: before + delta = after, to the precision that is shown. */
export interface ShownChange {
  readonly before: Usd
  readonly after: Usd
  readonly delta: Usd
  readonly atLeast: Change['atLeast']
}

/**
 * Figures to show for a change whose delta is shown as `delta`. The delta leads, since deltas add up to the headline;
 * where the three then miss each other by a dollar, that one of the other two is corrected which it falsifies less.
 */
export function shownChange(change: Change, delta: Usd = rounded(change.delta)): ShownChange {
  const { atLeast } = change
  if (change.before === 0) return { before: ZERO, after: delta, delta, atLeast }
  if (change.after === 0) return { before: -delta as Usd, after: ZERO, delta, atLeast }
  const after = rounded(change.after)
  const before = rounded(change.before)
  const unit = unitOf([before, after, delta])
  if (Math.abs(before + delta - after) <= unit / 2) return { before, after, delta, atLeast }
  const otherBefore = roundTo(subtract(after, delta), unit)
  const otherAfter = roundTo(add(before, delta), unit)
  return Math.abs(otherBefore - change.before) <= Math.abs(otherAfter - change.after)
    ? { before: otherBefore, after, delta, atLeast }
    : { before, after: otherAfter, delta, atLeast }
}

/**
 * Amounts as they are shown in rows under a total that is shown as `total`: each rounded, and where the rows then miss
 * the total by a few dollars, the largest takes the difference. The total itself is never corrected.
 */
export function settle(amounts: readonly Usd[], total: Usd): readonly Usd[] {
  const shown = amounts.map(rounded)
  const unit = unitOf([...shown, total])
  const gap = nearest(subtract(total, shown.reduce(add, ZERO)), unit)
  if (gap === 0) return shown
  let largest = 0
  for (const [index, amount] of shown.entries())
    if (Math.abs(amount) > Math.abs(shown[largest]!)) largest = index
  return shown.map((amount, index) => (index === largest ? add(amount, gap) : amount))
}

/** Amounts add up to the coarsest unit that one of them is shown in. */
function unitOf(amounts: readonly Usd[]): Usd {
  return amounts.some(isWhole) ? DOLLAR : CENT
}

/** As `roundTo`, but half a unit is no gap. */
function nearest(amount: Usd, unit: Usd): Usd {
  return Math.abs(amount) <= unit / 2 ? ZERO : roundTo(amount, unit)
}

export function addChanges(a: Change, b: Change): Change {
  return {
    before: add(a.before, b.before),
    after: add(a.after, b.after),
    delta: add(a.delta, b.delta),
    atLeast: {
      before: a.atLeast.before || b.atLeast.before,
      after: a.atLeast.after || b.atLeast.after,
    },
  }
}

export const NO_CHANGE: Change = {
  before: ZERO,
  after: ZERO,
  delta: ZERO,
  atLeast: { before: false, after: false },
}

export function beforeText({ before, atLeast }: ShownChange, symbol = ''): string {
  return (atLeast.before ? '≥' : '') + amountText(before, symbol)
}

export function afterText({ after, atLeast }: ShownChange, symbol = ''): string {
  return (atLeast.after ? '≥' : '') + amountText(after, symbol)
}

/** Where both sides stand for an unknown number of instances, they are taken to be as many on either. */
export function deltaText({ delta, atLeast }: ShownChange, symbol = ''): string {
  const mark = atLeast.before === atLeast.after ? '' : atLeast.after ? '≥' : '≤'
  return mark + signedText(delta, symbol)
}

/** `168 → 2,056`, or one figure where nothing changed. */
export function courseText(change: ShownChange): string {
  const before = beforeText(change)
  const after = afterText(change)
  return before === after ? after : `${before} → ${after}`
}
