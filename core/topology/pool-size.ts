import { known, type Reading, unknownBecause } from '../domain/reads.ts'
import type { PoolSize } from './node-pool.ts'

export type ReadSize = Reading<number | undefined>

/** The size of a pool, from the arguments that say it: the first of `desired` that is set decides. */
export function poolSize(
  desired: readonly ReadSize[],
  range: { readonly min?: ReadSize | undefined; readonly max?: ReadSize | undefined },
  notSet: string,
): PoolSize {
  const first = desired.find((reading) => reading.kind === 'unknown' || reading.value !== undefined)
  return {
    desired:
      first === undefined
        ? unknownBecause(notSet)
        : first.kind === 'unknown'
          ? first
          : known(first.value as number),
    min: numberOf(range.min),
    max: numberOf(range.max),
  }
}

/** The same for each of several zones. */
export function times({ desired, min, max }: PoolSize, zones: number): PoolSize {
  return {
    desired: desired.kind === 'known' ? known(desired.value * zones) : desired,
    min: min === undefined ? undefined : min * zones,
    max: max === undefined ? undefined : max * zones,
  }
}

function numberOf(reading: ReadSize | undefined): number | undefined {
  return reading?.kind === 'known' ? reading.value : undefined
}
