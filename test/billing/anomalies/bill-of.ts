import { type DailyBill, dailyBill } from '../../../core/billing/anomalies/daily-bill.ts'
import type { AnomalyOptions } from '../../../core/billing/anomalies/find-anomalies.ts'
import { fromNumber, NOTHING } from '../../../core/billing/decimal.ts'
import type { ChargeGroup } from '../../../core/billing/group-query.ts'
import { readConfig } from '../../../core/config/read-config.ts'
import { daysAfter } from '../../../core/domain/days.ts'
import { SourceFile } from '../../../core/source/source-file.ts'

export const { config: CONFIG } = readConfig(
  new SourceFile(
    'ascribe.yml',
    `version: 1
teams: { fraud-ml: {}, search-ml: {} }
models: { fraud_xgb_v7: { team: fraud-ml }, fraud_graph_v1: { team: fraud-ml }, rank_v2: { team: search-ml } }
`,
  ),
)

/** A Monday. */
export const FIRST_DAY = '2026-06-01'
export const dayAt = (at: number): string => daysAfter(FIRST_DAY, at)
export const isWeekend = (at: number): boolean => at % 7 >= 5

/** What a charge is for; by the example of a fraud model's endpoint. */
export interface Workload {
  readonly model?: string | undefined
  readonly team?: string | undefined
  readonly phase?: string
  readonly service?: string
  readonly resource?: string
  readonly currency?: string
  readonly category?: string
  /** Dollars on the day, counted from the first; undefined for a day without a charge. */
  readonly cost: (at: number) => number | undefined
  /** Rows of the export on the day. */
  readonly rows?: (at: number) => number
}

const USUAL = {
  model: 'fraud_xgb_v7',
  team: 'fraud-ml',
  phase: 'inference',
  service: 'Amazon SageMaker',
  currency: 'USD',
  category: 'Usage',
}

/** What a bill with these workloads answers to a query by day. */
export function groupsOf(days: number, workloads: readonly Workload[]): readonly ChargeGroup[] {
  return workloads.flatMap(({ cost, rows = () => 24, ...workload }) =>
    Array.from({ length: days }, (_, at): readonly ChargeGroup[] => {
      const dollars = cost(at)
      if (dollars === undefined) return []
      const day = dayAt(at)
      const columns = Object.entries({ day, ...USUAL, ...workload })
      const amount = fromNumber(dollars)
      return [
        {
          by: Object.fromEntries(columns.filter(([, value]) => value !== undefined)),
          billed: amount,
          effective: amount,
          quantity: NOTHING,
          rows: rows(at),
          unreadable: { billed: 0, effective: 0 },
          firstDay: day,
          lastDay: day,
        },
      ]
    }).flat(),
  )
}

export const billOf = (days: number, ...workloads: readonly Workload[]): DailyBill =>
  dailyBill(groupsOf(days, workloads), 'billed', undefined, CONFIG)

export const OPTIONS: AnomalyOptions = {
  rule: undefined,
  leastExcess: undefined,
  drops: false,
  since: undefined,
  asOf: undefined,
  today: undefined,
}
