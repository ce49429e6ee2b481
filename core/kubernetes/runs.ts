import { known, type Reading } from '../domain/reads.ts'
import type { Runs } from '../domain/workload.ts'
import { runsPerMonth } from './pods/schedule.ts'

type UntilDone = Extract<Runs, { kind: 'to-completion' }>

/** Pods that run until they are done, once. */
export function untilDone(
  podsPerRun: Reading<number>,
  more: Partial<Omit<UntilDone, 'kind' | 'podsPerRun'>> = {},
): UntilDone {
  return {
    kind: 'to-completion',
    podsPerRun,
    runsPerMonth: undefined,
    atMostSeconds: undefined,
    suspended: undefined,
    staysUp: undefined,
    ...more,
  }
}

/** How often one or several schedules come round in a month, all together. */
export function schedules(written: readonly Reading<string | undefined>[]): Reading<number> {
  let all = 0
  for (const schedule of written) {
    if (schedule.kind === 'unknown') return schedule
    const runs = runsPerMonth(schedule.value ?? '')
    if (runs.kind === 'unknown') return runs
    all += runs.value
  }
  return known(all)
}

/** A limit that is no duration; undefined where it is not known. */
export const secondsOf = (reading: Reading<number | undefined>): number | undefined =>
  reading.kind === 'known' ? reading.value : undefined

/** Said where a field switches it off. An unknown switch counts as on: what runs is what costs. */
export const suspendedBy = (path: string, suspend: Reading<boolean>): string | undefined =>
  suspend.kind === 'known' && suspend.value ? `${path} is true` : undefined
