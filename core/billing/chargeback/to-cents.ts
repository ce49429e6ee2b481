import type { Usd } from '../../domain/money.ts'
import { toCents as centsOf, type Decimal } from '../decimal.ts'

/** In millionths. */
const CENT = 10_000

/**
 * Amounts in whole cents that add up to their exact total, rounded once, halves away from zero: each is rounded down, and
 * the cents that are left go, one each, to those that lost most, the first among equals. The amounts are the exact total
 * to the millionth.
 */
export function toCents(
  amounts: readonly Usd[],
  exact: Decimal,
): { readonly total: Usd; readonly parts: readonly Usd[] } {
  const total = (Number(centsOf(exact)) * CENT) as Usd
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
