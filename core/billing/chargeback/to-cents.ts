import { sum, type Usd } from '../../domain/money.ts'

/** In millionths. */
const CENT = 10_000

/**
 * Amounts in whole cents that add up to their total, rounded once, halves away from zero: each is rounded down, and the
 * cents that are left go, one each, to those that lost most, the first among equals.
 */
export function toCents(amounts: readonly Usd[]): { readonly total: Usd; readonly parts: readonly Usd[] } {
  const whole = sum(amounts)
  const total = ((Math.sign(whole) * Math.floor(Math.abs(whole) / CENT + 0.5) || 0) * CENT || 0) as Usd
  const parts = amounts.map((amount) => Math.floor(amount / CENT) * CENT)
  const lost = amounts.map((amount, at) => ({ at, rest: amount - parts[at]! }))
  lost.sort((a, b) => b.rest - a.rest || a.at - b.at)
  let left = (total - parts.reduce((all, part) => all + part, 0)) / CENT
  for (const { at } of lost) {
    if (left-- <= 0) break
    parts[at]! += CENT
  }
  return { total, parts: parts.map((part) => (part || 0) as Usd) }
}
