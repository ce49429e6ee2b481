import type { Usd } from '../domain/money.ts'
import { type Decimal, SCALE } from './decimal.ts'

const MICRO = 10n ** BigInt(SCALE - 6)

/**
 * Amounts in millionths that add up to their total, rounded once: each is rounded down, and what is left goes, a
 * millionth each, to those that lost most, the first among equals. So tables of many small rows are the bill.
 */
export function toMicros(amounts: readonly Decimal[]): readonly Usd[] {
  const floors = amounts.map((amount) => floorDivide(amount))
  const whole = amounts.reduce((sum, amount) => sum + amount, 0n)
  let left = Number(floorDivide(whole + MICRO / 2n) - floors.reduce((sum, floor) => sum + floor, 0n))
  const lost = amounts.map((amount, at) => ({ at, rest: amount - floors[at]! * MICRO }))
  lost.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  for (const { at } of lost) {
    if (left-- <= 0) break
    floors[at]! += 1n
  }
  return floors.map((floor) => Number(floor) as Usd)
}

function floorDivide(amount: bigint): bigint {
  const quotient = amount / MICRO
  return amount % MICRO < 0n ? quotient - 1n : quotient
}
