import { known, type Reader, type Reading, unknownBecause } from '../../domain/reads.ts'
import type { PodCount, Unlimited } from '../../domain/workload.ts'
import { textOf } from '../field.ts'

/** More pods than any cluster has: a mistake, or "no limit" written as a number. */
const MAX_PODS = 1e6

/** How many of something: a whole number; `fallback` where nothing is written. */
export function countOf(fallback: number): Reader<Reading<number>>
export function countOf(fallback: undefined): Reader<Reading<number | undefined>>
export function countOf(fallback: number | undefined): Reader<Reading<number | undefined>> {
  return (value, name) => {
    if (value.kind === 'null') return known(known(fallback))
    if (value.kind === 'unknown') return known(unknownBecause(`\`${name}\` is unknown: ${value.because}`))
    const text = textOf(value)
    const count = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
    if (Number.isInteger(count) && count >= 0 && count <= MAX_INT32) return known(known(count))
    const shown = text === undefined ? `a ${value.kind}` : JSON.stringify(text.slice(0, 60))
    return known(unknownBecause(`\`${name}\` is ${shown}, expected a whole number`))
  }
}

const MAX_INT32 = 2 ** 31 - 1

const isPlausible = (count: number): boolean => count <= MAX_PODS

/** The same number at all times. */
export function fixedCount(count: Reading<number>): PodCount {
  const checked = plausible(count)
  return { low: checked, now: checked, high: checked, scaledBy: undefined }
}

/** A number that something moves between two bounds. */
export function movingCount(
  low: Reading<number>,
  now: Reading<number>,
  high: Reading<number> | Unlimited,
  scaledBy: string | undefined,
): PodCount {
  return {
    low: plausible(low),
    now: plausible(now),
    high: high.kind === 'known' && !isPlausible(high.value) ? unlimited(`at most ${high.value}`) : high,
    scaledBy,
  }
}

export const unlimited = (because: string): Unlimited => ({ kind: 'unlimited', because })

function plausible(count: Reading<number>): Reading<number> {
  if (count.kind === 'unknown' || isPlausible(count.value)) return count
  return unknownBecause(`${count.value} pods are more than any cluster has`)
}

export function times(a: Reading<number>, b: Reading<number>): Reading<number> {
  if (a.kind === 'unknown') return a
  if (b.kind === 'unknown') return b
  const product = a.value * b.value
  return Number.isSafeInteger(product) ? known(product) : unknownBecause('it is more than can be counted')
}

/** Every part of a count, times something: workers of each replica, pods of each group. */
export function scaledCount(count: PodCount, factor: Reading<number>): PodCount {
  return {
    low: plausible(times(count.low, factor)),
    now: plausible(times(count.now, factor)),
    high: count.high.kind === 'unlimited' ? count.high : plausible(times(count.high, factor)),
    scaledBy: count.scaledBy,
  }
}

export function clamp(count: number, low: number, high: number): number {
  return Math.max(low, Math.min(count, high))
}
