import { toDollars, type Usd, usd } from '../../domain/money.ts'

const WHOLE_FROM = 10

/**
 * An amount as it is shown: whole dollars from 10 up, cents below. What is too small for a cent stays as it is, so
 * that it is not taken for nothing.
 */
export function rounded(amount: Usd): Usd {
  const cents = roundTo(amount, CENT)
  if (cents === 0) return amount
  return isWhole(cents) ? roundTo(amount, DOLLAR) : cents
}

export const CENT = usd(0.01)
export const DOLLAR = usd(1)

/** Whether an amount is shown without cents. */
export function isWhole(amount: Usd): boolean {
  return Math.abs(amount) >= usd(WHOLE_FROM)
}

/** To the nearest multiple of a unit; halves away from zero, so that a change and its reverse read alike. */
export function roundTo(amount: Usd, unit: Usd): Usd {
  return (Math.sign(amount) * Math.floor(Math.abs(amount) / unit + 0.5) * unit || 0) as Usd
}

/** `2,056`, `0.40`, `0`, `<0.01`, `−12`; the currency is said once elsewhere, or given as `symbol`. */
export function amountText(amount: Usd, symbol = ''): string {
  return (amount < 0 ? '−' : '') + magnitude(amount, symbol)
}

/** With its sign: `+1,888`, `−0.40`, `0`. */
export function signedText(amount: Usd, symbol = ''): string {
  return (amount > 0 ? '+' : amount < 0 ? '−' : '') + magnitude(amount, symbol)
}

function magnitude(amount: Usd, symbol: string): string {
  const shown = Math.abs(rounded(amount)) as Usd
  if (shown === 0) return `${symbol}0`
  if (shown < CENT / 2) return `<${symbol}0.01`
  return symbol + (isWhole(shown) ? grouped(toDollars(shown).toFixed(0)) : toDollars(shown).toFixed(2))
}

/** `18240` → `18,240` */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A share of 1 as a percentage. It is 0 % or 100 % only if it is nothing or all. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.001) return '<0.1%'
  if (share < 1 && share > 0.999) return '>99.9%'
  return `${(share * 100).toFixed(1)}%`
}

/** How much a change is of what was before, with its sign; undefined where nothing was. */
export function growthText(before: Usd, delta: Usd): string | undefined {
  if (before <= 0 || delta === 0) return undefined
  const percent = (Math.abs(delta) / before) * 100
  const text = percent < 0.1 ? '<0.1' : percent >= 1000 ? grouped(percent.toFixed(0)) : percent.toFixed(1)
  return `${delta > 0 ? '+' : '−'}${text}%`
}
