import { groupKey, groupOf } from '../../../review/breakdown.ts'
import type { InspectedResource } from '../../../review/inspection.ts'
import type { Breakdown, Change, Group, Review } from '../../../review/review.ts'

/** Values of a dimension that can be chosen by themselves; the others are one choice. A browser tries a rule of each for every row. */
const MOST_CHOICES = 50

/** What can be chosen of a dimension: a value, what has none, or the values beyond those that are listed. */
export interface Choice {
  /** What marks a row that it shows; ours, and nothing that anybody wrote. */
  readonly token: string
  readonly of: Group | { readonly kind: 'more'; readonly count: number }
  /** Undefined where no money is in it. */
  readonly cost: Change | undefined
}

export interface Filter {
  readonly dimension: Breakdown
  readonly choices: readonly Choice[]
  /** The token of a value; `missing` and `unknown` are their own. */
  tokenOf(group: Group): string
}

export type Filters = readonly Filter[]

const DIMENSIONS = ['team', 'model', 'phase', 'environment', 'costCenter', 'project'] as const

/** One filter for each dimension in which there is something to choose. */
export function filtersOf(review: Review): Filters {
  const sides = review.resources.flatMap(({ before, after }) => [before, after])
  return DIMENSIONS.map((dimension) => filterOf(dimension, review, sides)).filter(
    ({ choices }) => choices.length > 1,
  )
}

function filterOf(
  dimension: Breakdown,
  { by }: Review,
  sides: readonly (InspectedResource | undefined)[],
): Filter {
  const groups = new Map<string, { readonly of: Group; readonly cost: Change | undefined }>()
  for (const { group, cost } of by[dimension]) groups.set(groupKey(group), { of: group, cost })
  for (const side of sides) {
    const of = side && groupOf(side.owner[dimension])
    if (of && !groups.has(groupKey(of))) groups.set(groupKey(of), { of, cost: undefined })
  }
  const known = [...groups].filter(([, { of }]) => of.kind === 'known')
  const listed = known.slice(0, MOST_CHOICES)
  const tokens = new Map(listed.map(([key], at) => [key, `v${at}`]))
  const rest = known.length - listed.length
  const choices: Choice[] = listed.map(([key, told]) => ({ token: tokens.get(key)!, ...told }))
  if (rest > 0) choices.push({ token: 'more', of: { kind: 'more', count: rest }, cost: undefined })
  for (const kind of ['missing', 'unknown'] as const) {
    const told = groups.get(kind)
    if (told) choices.push({ token: kind, ...told })
  }
  return {
    dimension,
    choices,
    tokenOf: (group) => (group.kind === 'known' ? (tokens.get(groupKey(group)) ?? 'more') : group.kind),
  }
}
