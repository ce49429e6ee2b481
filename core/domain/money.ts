declare const micros: unique symbol

/**
 * Money in whole millionths of the currency that prices are in: US dollars, unless `prices.currency` of ascribe.yml names
 * another. A charge is rounded to it once; everything after is integer addition, so that base, head and every split agree
 * to the last digit. Exact to nine billion.
 */
export type Usd = number & { readonly [micros]: true }

export const usd = (dollars: number): Usd => (Math.round(dollars * 1e6) || 0) as Usd
export const toDollars = (amount: Usd): number => amount / 1e6
export const add = (a: Usd, b: Usd): Usd => (a + b) as Usd
export const subtract = (a: Usd, b: Usd): Usd => (a - b) as Usd
export const sum = (amounts: Iterable<Usd>): Usd => {
  let total = 0
  for (const amount of amounts) total += amount
  return total as Usd
}
export const ZERO = 0 as Usd
