import type { Dashboard } from '../../../billing/dashboard/dashboard.ts'
import {
  FACT_DIMENSIONS,
  FACT_KINDS,
  type Fact,
  type FactDimension,
} from '../../../billing/dashboard/facts.ts'
import { signOf } from '../../../domain/currency.ts'
import { periodName } from './period-name.ts'

/** What the page's script chooses from: a dashboard's facts, names written once. Amounts are millionths. */
export interface PageData {
  readonly sign: string
  readonly team: string | null
  readonly billed: number
  /** The first days of the columns; empty for charges without one. */
  readonly days: readonly string[]
  readonly periods: readonly string[]
  /** Those that have a colour of their own, the same on all pages of a bill. */
  readonly phases: readonly string[]
  readonly names: Readonly<Record<FactDimension, readonly string[]>>
  readonly facts: readonly PageFact[]
}

/** Who (places in `names`, in the order of FACT_DIMENSIONS; −1 for nobody), kind, whether spread, days, periods. */
export type PageFact = readonly [
  owner: readonly number[],
  kind: number,
  isSpread: 0 | 1,
  days: readonly number[],
  periods: readonly number[],
]

export function pageData(dashboard: Dashboard): PageData {
  const { scope, currency, billed, forecast, days, periods, phases, facts } = dashboard
  const names = Object.fromEntries(
    FACT_DIMENSIONS.map((dimension) => [dimension, namesOf(facts, dimension)]),
  ) as PageData['names']
  const places = FACT_DIMENSIONS.map(
    (dimension) => new Map(names[dimension].map((name, at) => [name, at] as const)),
  )
  return {
    sign: signOf(currency),
    team: scope.kind === 'team' ? scope.team : null,
    billed,
    days,
    periods: periods.map(
      ({ period, startsLate }, at) =>
        periodName(period) +
        (startsLate ? `, from ${startsLate}` : '') +
        (forecast && at === periods.length - 1 ? ', so far' : ''),
    ),
    phases: phases.slice(0, MOST_COLOURS),
    names,
    facts: facts.map(({ of, kind, isSpread, days: byDay, periods: byPeriod }) => [
      FACT_DIMENSIONS.map((dimension, at) => {
        const name = of[dimension]
        return name === undefined ? -1 : places[at]!.get(name)!
      }),
      FACT_KINDS.indexOf(kind),
      isSpread ? 1 : 0,
      byDay,
      byPeriod,
    ]),
  }
}

/** Values with a colour of their own. */
export const MOST_COLOURS = 6

/** The dearest first. */
function namesOf(facts: readonly Fact[], dimension: FactDimension): readonly string[] {
  const costs = new Map<string, number>()
  for (const { of, isSpread, periods } of facts) {
    const name = of[dimension]
    if (name !== undefined) costs.set(name, (costs.get(name) ?? 0) + (isSpread ? 0 : periods.at(-1)!))
  }
  return [...costs].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)).map(([name]) => name)
}

/** As text that may stand in a script element: nothing in it ends the element or breaks a line of it. */
export function scriptText(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
