import type { Usd } from '../../domain/money.ts'
import { type Fact, type FactOwner, openFacts } from './facts.ts'

/** Models that can be chosen by themselves. */
const MOST_MODELS = 300
/** What a page can hold and still opens at once. */
const MOST_FACTS = 4_000

/** The dearest as they are, the others as one; a page of ten thousand lines is no page. Nothing is lost. */
export function foldFacts(facts: readonly Fact[]): readonly Fact[] {
  const models = foldBy(facts, MOST_MODELS, ({ of: { model } }) => model, foldModel)
  if (models.length <= MOST_FACTS) return models
  let at = 0
  return foldBy(models, MOST_FACTS, () => String(at++), foldAll)
}

/** The dearest names keep theirs. */
function foldBy(
  facts: readonly Fact[],
  most: number,
  nameOf: (fact: Fact) => string | undefined,
  fold: (of: FactOwner, others: number) => FactOwner,
): readonly Fact[] {
  const [first] = facts
  if (!first) return facts
  const named = facts.map((fact) => ({ fact, name: nameOf(fact) }))
  const costs = new Map<string, number>()
  for (const { fact, name } of named)
    if (name !== undefined) costs.set(name, (costs.get(name) ?? 0) + weightOf(fact.periods))
  if (costs.size <= most) return facts
  const kept = new Set(
    [...costs]
      .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
      .slice(0, most)
      .map(([name]) => name),
  )
  const open = openFacts(first.days.length, first.periods.length)
  for (const { fact, name } of named)
    open.merge(fact, name === undefined || kept.has(name) ? fact.of : fold(fact.of, costs.size - most))
  return open.all()
}

const weightOf = (periods: readonly Usd[]): number => periods.reduce((most, at) => most + Math.abs(at), 0)

const foldModel = (of: FactOwner, others: number): FactOwner => ({
  ...of,
  model: `${others} other models`,
})

const foldAll = ({ team, phase }: FactOwner): FactOwner => ({
  ...(team !== undefined && { team }),
  ...(phase !== undefined && { phase }),
  model: 'others',
  project: 'others',
  environment: 'others',
  costCenter: 'others',
  service: 'others',
})
