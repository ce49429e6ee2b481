import type { Breakdown, Change, Group, Review } from '../../review/review.ts'
import { rounded } from '../amounts/amount.ts'
import { addChanges, NO_CHANGE, type ShownChange, settle, shownChange } from '../amounts/shown-change.ts'
import { carriedBy } from './carried.ts'

/** One value of a dimension with its money, as a table shows it. */
export interface GroupRow {
  readonly of: Group | { readonly kind: 'more'; readonly count: number }
  readonly cost: ShownChange
  /** With shared costs; undefined where none are shared, or they change nothing in this dimension. */
  readonly carried: Change | undefined
}

const MAX_ROWS = 10

/** Groups whose cost changes, and what has none; their changes add up to the headline's. Empty if nothing changes. */
export function groupRows(review: Review, dimension: Breakdown): readonly GroupRow[] {
  const { by, total } = review
  const groups = by[dimension]
  const carried = dimension === 'team' || dimension === 'model' ? carriedBy(review, dimension) : undefined
  const changed = groups.filter(({ group, cost }) => group.kind === 'known' && cost.delta !== 0)
  const others = groups.filter(({ group, cost }) => group.kind !== 'known' && cost.delta !== 0)
  const rows: { of: GroupRow['of']; cost: Change; groups: readonly Group[] }[] = changed
    .slice(0, MAX_ROWS)
    .map(({ group, cost }) => ({ of: group, cost, groups: [group] }))
  const more = changed.slice(MAX_ROWS)
  if (more.length > 0)
    rows.push({
      of: { kind: 'more', count: more.length },
      cost: more.map(({ cost }) => cost).reduce(addChanges, NO_CHANGE),
      groups: more.map(({ group }) => group),
    })
  rows.push(...others.map(({ group, cost }) => ({ of: group, cost, groups: [group] })))
  const deltas = settle(
    rows.map(({ cost }) => cost.delta),
    rounded(total.delta),
  )
  return rows.map(({ of, cost, groups }, at) => ({
    of,
    cost: shownChange(cost, deltas[at]),
    carried: carried?.(groups),
  }))
}
