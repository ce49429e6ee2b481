/** An ISO 4217 code, e.g. `EUR`. */
export type CurrencyCode = string

/** What the shipped prices are in. */
export const US_DOLLAR: CurrencyCode = 'USD'

/** A currency and what a US dollar is in it. */
export interface Currency {
  readonly code: CurrencyCode
  readonly perUsd: number
}

/** Only signs that stand for one currency: a Canadian dollar is `CAD 12`, never `$12`. */
const SIGNS: ReadonlyMap<CurrencyCode, string> = new Map([
  [US_DOLLAR, '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['ILS', '₪'],
  ['INR', '₹'],
  ['KRW', '₩'],
  ['PHP', '₱'],
  ['TRY', '₺'],
  ['UAH', '₴'],
  ['VND', '₫'],
])

/** What stands before an amount: `€`, or `CHF ` where the currency has no sign of its own. */
export function signOf(currency: CurrencyCode): string {
  return SIGNS.get(currency) ?? `${currency} `
}

/** More digits than any list price has, and none of the noise behind them. */
const DIGITS = 12

/** A price of so many US dollars. */
export function fromUsd(dollars: number, perUsd: number): number {
  return perUsd === 1 ? dollars : Number((dollars * perUsd).toPrecision(DIGITS))
}
