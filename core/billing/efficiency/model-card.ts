import { SCORE_WEIGHTS } from '../../attribution/unit-economics.ts'
import { sum, type Usd, usd } from '../../domain/money.ts'
import type { Period } from '../cost-rows.ts'
import { groupBy } from '../group-by.ts'
import { monthsIn, type PeriodBill } from '../period-bill.ts'
import type { BillReport, Line, ModelLine } from '../report/bill-report.ts'
import { modelLines, type ReportRules } from '../report/build-report.ts'
import type { Volumes } from '../report/volumes.ts'
import type { Optimisation } from './optimisation.ts'

/** What a model costs and is worth, and how that went: for the review of the model, beside its quality figures. */
export interface ModelCard {
  readonly model: string
  readonly period: Period
  readonly currency: string
  readonly line: ModelLine
  readonly services: readonly Line[]
  /** Its parts of shared pools. */
  readonly pools: readonly Line[]
  readonly budget: Usd | undefined
  /** What 1,000 predictions are to cost. */
  readonly benchmarkPer1k: number | undefined
  readonly weights: typeof SCORE_WEIGHTS
  /** The earliest first; the last is the period. */
  readonly trend: readonly TrendPeriod[]
  readonly optimisation: Optimisation | undefined
}

export interface TrendPeriod {
  readonly period: Period
  /** The first day that the bill has, where that is not the period's own. */
  readonly since: string | undefined
  /** Undefined where the bill has nothing of the model. */
  readonly line: ModelLine | undefined
  /** Whether its predictions were counted in the period, and are not what the catalogue states a month. */
  readonly isCounted: boolean
}

/** What the bill has of one model; undefined where it has nothing, and the catalogue does not know it. */
export function modelCard(
  model: string,
  report: BillReport,
  bill: PeriodBill,
  earlier: readonly PeriodBill[],
  volumesOf: (period: Period) => Volumes | undefined,
  rules: ReportRules,
): ModelCard | undefined {
  const line = report.models.find((each) => each.model === model)
  if (!line) return undefined
  const own = report.allocations.filter(({ kind, owner }) => kind !== 'apart' && owner.model === model)
  const known = rules.models.get(model)
  const months = monthsIn(report.period)
  return {
    model,
    period: report.period,
    currency: report.currency,
    line,
    services: linesBy(own, ({ service }) => service),
    pools: linesBy(
      own.filter(({ pool }) => pool !== undefined),
      ({ pool }) => pool,
    ),
    budget: known?.budget === undefined ? undefined : usd(known.budget * months),
    benchmarkPer1k: known?.benchmarkPer1k,
    weights: SCORE_WEIGHTS,
    trend: [...earlier.toReversed(), bill].map((each) => trendOf(model, each, volumesOf(each.period), rules)),
    optimisation: report.optimisations.find((each) => each.model === model),
  }
}

function trendOf(
  model: string,
  bill: PeriodBill,
  volumes: Volumes | undefined,
  rules: ReportRules,
): TrendPeriod {
  const [first] = bill.rows.flatMap(({ day }) => day ?? []).sort()
  return {
    period: bill.period,
    since: first !== undefined && first > bill.period.from ? first : undefined,
    isCounted: volumes?.get(model)?.predictions !== undefined,
    line: modelLines(bill, volumes, rules).find((each) => each.model === model),
  }
}

function linesBy(
  allocations: BillReport['allocations'],
  name: (allocation: BillReport['allocations'][number]) => string | undefined,
): readonly Line[] {
  return [...groupBy(allocations, name)]
    .map(([named, of]) => ({ name: named, amount: sum(of.map(({ amount }) => amount)) }))
    .sort((a, b) => b.amount - a.amount || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}
