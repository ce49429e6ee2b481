import type { Usd } from '../../domain/money.ts'
import { type Decimal, SCALE } from '../decimal.ts'

const LEAST_DIGITS = 6
/** More than cents have: units times the rate is then the amount to the cent, whatever is rounded. */
const BEYOND_UNITS = 3

/** `amount / units` with as many digits as give the amount back. The units are above 0. */
export function unitRate(amount: Usd, units: Decimal): string {
  const whole = (units / 10n ** BigInt(SCALE)).toString().length
  const digits = Math.max(LEAST_DIGITS, whole + BEYOND_UNITS)
  // Millionths by 10⁻¹⁰ units.
  const top = BigInt(Math.abs(amount)) * 10n ** BigInt(SCALE - 6 + digits)
  const rate = (2n * top + units) / (2n * units)
  const text = rate.toString().padStart(digits + 1, '0')
  const fraction = text.slice(-digits).replace(/0+$/, '')
  const sign = amount < 0 && rate > 0n ? '-' : ''
  return `${sign}${text.slice(0, -digits)}${fraction === '' ? '' : `.${fraction}`}`
}
