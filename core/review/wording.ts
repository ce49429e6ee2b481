import { type CurrencyCode, signOf } from '../domain/currency.ts'
import { toDollars, type Usd } from '../domain/money.ts'

/** `$6,000`, `$0.40`: for messages; what a report shows in tables is worded by the renderers. */
export function moneyText(amount: Usd, currency: CurrencyCode): string {
  const dollars = toDollars(amount)
  const [whole = '', cents = ''] = Math.abs(dollars)
    .toFixed(Math.abs(dollars) < 10 ? 2 : 0)
    .split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (cents === '' || cents === '00' ? '' : `.${cents}`)
  return `${dollars < 0 ? '−' : ''}${signOf(currency)}${text}`
}

/** A share of 1: `97 %` */
export function percentText(share: number): string {
  return `${Math.round(share * 100)} %`
}
