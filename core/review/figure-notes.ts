import type { CurrencyCode } from '../domain/currency.ts'
import { add, type Usd, ZERO } from '../domain/money.ts'
import type { InspectedResource } from './inspection.ts'
import type { Pair } from './match.ts'
import { moneyText } from './wording.ts'

/** How much of a change is no growth and no saving: what has a figure on one side only was there on both. */
export function figureNotes(pairs: readonly Pair[], currency: CurrencyCode): readonly string[] {
  const both = pairs.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []))
  const gained = both.filter(({ before, after }) => !hasFigure(before) && after.cost > 0)
  const lost = both.filter(({ before, after }) => before.cost > 0 && !hasFigure(after))
  return [
    ...note(gained, ({ after }) => after, `had no figure before: it is no growth`, currency),
    ...note(lost, ({ before }) => before, `${isAre(lost)} without a figure now: it is no saving`, currency),
  ]
}

function note<Side>(
  some: readonly Side[],
  sideOf: (side: Side) => InspectedResource,
  what: string,
  currency: CurrencyCode,
): readonly string[] {
  if (some.length === 0) return []
  const sum = some.reduce<Usd>((total, one) => add(total, sideOf(one).cost), ZERO)
  const resources = `${some.length} ${some.length === 1 ? 'resource' : 'resources'}`
  return [`${moneyText(sum, currency)} of the change is of ${resources} that ${what}.`]
}

const isAre = ({ length }: readonly unknown[]) => (length === 1 ? 'is' : 'are')

function hasFigure({ estimate }: InspectedResource): boolean {
  return estimate.kind === 'priced' || estimate.kind === 'free'
}
