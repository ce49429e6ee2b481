import { amountDigits } from '../../billing/chargeback/amount-digits.ts'
import { categoryText } from '../../billing/chargeback/cost-category.ts'
import { periodName } from '../../billing/chargeback/period-name.ts'
import type { Chargeback, ChargebackRecord } from '../../billing/chargeback/record.ts'
import { writeDecimal } from '../../billing/decimal.ts'
import type { Renderer } from '../renderer.ts'
import { type Cell, csvLine } from './cells.ts'

type ColumnOf = (record: ChargebackRecord, of: Chargeback) => Cell

const digits = (text: string): Cell => ({ digits: text })

const COLUMNS: Readonly<Record<string, ColumnOf>> = {
  record_id: ({ id }) => id,
  billing_period: (_, { period }) => periodName(period),
  status: ({ status }) => status,
  source_team: ({ sourceTeam }) => sourceTeam,
  target_team: ({ targetTeam }) => targetTeam,
  cost_category: ({ category }) => categoryText(category),
  model: ({ model }) => model,
  units: ({ units }) => (units.kind === 'known' ? digits(writeDecimal(units.units)) : undefined),
  unit_type: ({ units }) => (units.kind === 'known' ? units.unit : undefined),
  unit_rate: ({ units }) => (units.kind === 'known' ? digits(units.rate) : undefined),
  amount: ({ amount }) => digits(amountDigits(amount)),
  currency: (_, { currency }) => currency,
  charges: ({ rows }) => rows,
  corrects: ({ correction }) => correction?.of,
  corrected_on: ({ correction }) => correction?.on,
  note: ({ units }) => (units.kind === 'none' ? `no units: ${units.because}` : undefined),
}

/** One line a record; docs/chargeback.md tells the columns. */
export const csvChargeback: Renderer<Chargeback> = (chargeback) =>
  [
    csvLine(Object.keys(COLUMNS)),
    ...chargeback.records.map((record) =>
      csvLine(Object.values(COLUMNS).map((cell) => cell(record, chargeback))),
    ),
  ].join('')
