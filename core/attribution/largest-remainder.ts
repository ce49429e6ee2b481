import type { Usd } from '../domain/money.ts'

/**
 * Splits an amount that is not negative by whole-numbered weights: each part is rounded down, and what is left goes, a
 * millionth each, to the parts that lost most, the first among equals. The parts are the whole. Undefined where no
 * weight is above 0.
 */
export function splitByWeights(amount: Usd, weights: readonly bigint[]): readonly Usd[] | undefined {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole <= 0n) return undefined
  const micros = BigInt(amount)
  const parts = weights.map((weight) => (micros * weight) / whole)
  let left = Number(micros - parts.reduce((sum, part) => sum + part, 0n))
  const lost = weights.map((weight, at) => ({ at, rest: (micros * weight) % whole }))
  lost.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  for (const { at } of lost) {
    if (left-- <= 0) break
    parts[at]! += 1n
  }
  return parts.map((part) => Number(part) as Usd)
}

/** A quantity as a weight, to its sixth decimal. */
export function weightOf(quantity: number): bigint {
  return BigInt(Math.round(quantity * 1e6))
}
