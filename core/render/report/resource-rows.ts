import type { ResourceChange, Review } from '../../review/review.ts'
import { rounded } from '../amounts/amount.ts'
import { addChanges, NO_CHANGE, type ShownChange, settle, shownChange } from '../amounts/shown-change.ts'

/** The changed resources that cost something, as a table shows them; their changes add up to the headline's. */
export interface ResourceRows {
  readonly rows: readonly { readonly change: ResourceChange; readonly figures: ShownChange }[]
  /** Those beyond the rows. */
  readonly more: { readonly count: number; readonly figures: ShownChange } | undefined
  /** How many are changed that cost nothing on either side, or have no price, by what happens to them. */
  readonly priceless: readonly { readonly count: number; readonly happened: string }[]
}

export function resourceRows({ resources, total }: Review, most: number): ResourceRows {
  const costly = resources.filter(costs)
  const rows = costly.slice(0, most)
  const rest = costly.slice(most).map(({ cost }) => cost)
  const sum = rest.reduce(addChanges, NO_CHANGE)
  const deltas = settle([...rows.map(({ cost }) => cost.delta), sum.delta], rounded(total.delta))
  return {
    rows: rows.map((change, at) => ({ change, figures: shownChange(change.cost, deltas[at]) })),
    more: rest.length === 0 ? undefined : { count: rest.length, figures: shownChange(sum, deltas.at(-1)) },
    priceless: counts(resources.filter((change) => !costs(change))),
  }
}

/** `3 created, 1 deleted` */
export function happenedText(priceless: ResourceRows['priceless']): string {
  return priceless.map(({ count, happened }) => `${count} ${happened}`).join(', ')
}

function costs({ cost }: ResourceChange): boolean {
  return cost.before !== 0 || cost.after !== 0
}

function counts(resources: readonly ResourceChange[]): ResourceRows['priceless'] {
  const byWord = new Map<string, number>()
  for (const { action } of resources) {
    const word = action === 'no-op' ? 'moved' : `${action}d`
    byWord.set(word, (byWord.get(word) ?? 0) + 1)
  }
  return [...byWord].map(([happened, count]) => ({ happened, count }))
}
