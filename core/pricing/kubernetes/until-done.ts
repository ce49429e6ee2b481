import type { PodGroup } from '../../domain/workload.ts'
import { type Meter, omitted, type Part } from '../part.ts'

/** A group of pods that runs until it is done, with what an hour of it costs. */
export interface UntilDone {
  readonly kind: 'until-done'
  readonly name: string
  readonly hourlyCost: number
  readonly runs: Extract<PodGroup['runs'], { kind: 'to-completion' }>
}

/** Undefined figures stay what they are: unpriced or unknown. */
export function hourOf(
  name: string,
  runs: UntilDone['runs'],
  parts: readonly (Meter | Part)[],
): Part | UntilDone {
  const hourlyCost = parts.reduce(
    (sum, part) =>
      part.kind === 'meter' && part.found ? sum + part.count * part.found.price.listUnitPrice : sum,
    0,
  )
  const unpriced = parts.find((part) => part.kind === 'unpriced' || part.kind === 'unknown')
  return hourlyCost === 0 && unpriced ? unpriced : { kind: 'until-done', name, hourlyCost, runs }
}

/**
 * What runs until it is done has no monthly figure until somebody says how long and how often: an hour of it has one.
 * Groups that start and end together are one figure. `sign` stands before an amount.
 */
export function* untilDone(groups: readonly UntilDone[], sign: string): Generator<Part> {
  const together = new Map<string, UntilDone[]>()
  for (const group of groups) {
    const { runsPerMonth, atMostSeconds } = group.runs
    const often = runsPerMonth?.kind === 'known' ? runsPerMonth.value : undefined
    const key = JSON.stringify([often, atMostSeconds])
    together.set(key, [...(together.get(key) ?? []), group])
  }
  for (const like of together.values()) {
    const hourlyCost = like.reduce((sum, group) => sum + group.hourlyCost, 0)
    const { runsPerMonth, atMostSeconds } = like[0]!.runs
    const often =
      runsPerMonth?.kind === 'known'
        ? `; it starts ${Number(runsPerMonth.value.toFixed(3))} times a month`
        : ''
    const limit =
      atMostSeconds === undefined
        ? ''
        : `; at most ${sign}${((hourlyCost * atMostSeconds) / 3600).toFixed(2)} a run, by its deadline`
    yield omitted(
      'usageBased',
      like.map(({ name }) => name).join(', '),
      `runs until it is done, ${sign}${hourlyCost.toFixed(2)} an hour${often}${limit}. say how long under "usage" in ascribe.yml`,
    )
  }
}
