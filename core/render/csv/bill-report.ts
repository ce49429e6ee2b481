import type { BillAllocation } from '../../billing/allocate-bill.ts'
import { writeDecimal } from '../../billing/decimal.ts'
import type { BillReport } from '../../billing/report/bill-report.ts'
import { toDollars, type Usd } from '../../domain/money.ts'
import type { Renderer } from '../renderer.ts'
import { type Cell, csvLine } from './cells.ts'

type ColumnOf = (allocation: BillAllocation, report: BillReport) => Cell

const COLUMNS: Readonly<Record<string, ColumnOf>> = {
  periodStart: (_, { period }) => period.from,
  periodEnd: (_, { period }) => period.until,
  kind: ({ kind }) => kind,
  team: ({ owner }) => owner.team,
  model: ({ owner }) => owner.model,
  project: ({ owner }) => owner.project,
  phase: ({ owner }) => owner.phase,
  environment: ({ owner }) => owner.environment,
  costCenter: ({ owner }) => owner.costCenter,
  experiment: ({ owner }) => owner.experiment,
  service: ({ service }) => service,
  chargeCategory: ({ category }) => category,
  sharedPool: ({ pool }) => pool,
  units: ({ unit, quantity }) => (unit === undefined ? undefined : { digits: writeDecimal(quantity) }),
  unitType: ({ unit }) => unit,
  amount: ({ amount }) => ({ digits: millionths(amount) }),
  currency: (_, { currency }) => currency,
  charges: ({ rows }) => rows,
}

const millionths = (amount: Usd): string => toDollars(amount).toFixed(6)

/** Who carries what, one line an allocation: the lines add up to the bill, to the millionth. */
export const csvBillReport: Renderer<BillReport> = (report) =>
  [
    csvLine(Object.keys(COLUMNS)),
    ...report.allocations.map((allocation) =>
      csvLine(Object.values(COLUMNS).map((cell) => cell(allocation, report))),
    ),
  ].join('')
