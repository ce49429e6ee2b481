import { amountDigits } from '../../billing/chargeback/amount-digits.ts'
import { categoryText } from '../../billing/chargeback/cost-category.ts'
import { type Chargeback, type ChargebackRecord, recordTitle } from '../../billing/chargeback/record.ts'
import { writeDecimal } from '../../billing/decimal.ts'
import type { Renderer } from '../renderer.ts'
import { type Cell, csvLine } from './cells.ts'

type ColumnOf = (record: ChargebackRecord, of: Chargeback) => Cell

const nothing = (): Cell => undefined
const digits = (text: string): Cell => ({ digits: text })
const amount: ColumnOf = (record) => digits(amountDigits(record.amount))
const start: ColumnOf = (_, { period }) => `${period.from}T00:00:00Z`
const end: ColumnOf = (_, { period }) => `${period.until}T00:00:00Z`
const units: ColumnOf = (record) =>
  record.units.kind === 'known' ? digits(writeDecimal(record.units.units)) : undefined
const unit: ColumnOf = (record) => (record.units.kind === 'known' ? record.units.unit : undefined)
const rate: ColumnOf = (record) => (record.units.kind === 'known' ? digits(record.units.rate) : undefined)

/** Who makes the platform available and issues the records; the specification wants a name. */
const source: ColumnOf = ({ sourceTeam }) => sourceTeam ?? 'platform'

const category: ColumnOf = (record) => chargeCategoryOf(record)
const ifUsage =
  (column: ColumnOf): ColumnOf =>
  (record, of) =>
    chargeCategoryOf(record) === 'Usage' ? column(record, of) : undefined
/** Prices and SKUs are of what is used or bought. */
const ifPriced =
  (column: ColumnOf): ColumnOf =>
  (record, of) =>
    record.units.kind === 'known' ? column(record, of) : undefined

/** By the keys of the schema, so that a report on this file says the same. */
function tags({ targetTeam, model, category }: ChargebackRecord, { keys }: Chargeback): string {
  const phase = category.kind === 'phase' ? category.name : undefined
  const values = Object.entries({ team: targetTeam, model, phase })
  return JSON.stringify(
    Object.fromEntries(
      values.flatMap(([dimension, value]) => {
        const key = keys[dimension as 'team' | 'model' | 'phase']
        return key === undefined || value === undefined ? [] : [[key, value]]
      }),
    ),
  )
}

/**
 * The columns of FOCUS 1.0, all 43 in its order, and what it has none for with the prefix that it reserves for that.
 * @see https://focus.finops.org/focus-specification/v1-0/
 */
const COLUMNS: Readonly<Record<string, ColumnOf>> = {
  AvailabilityZone: nothing,
  BilledCost: amount,
  BillingAccountId: source,
  BillingAccountName: source,
  BillingCurrency: (_, { currency }) => currency,
  BillingPeriodEnd: end,
  BillingPeriodStart: start,
  ChargeCategory: category,
  ChargeClass: ({ correction }) => (correction === undefined ? undefined : 'Correction'),
  ChargeDescription: (record) => recordTitle(record),
  ChargeFrequency: (record) => FREQUENCY[chargeCategoryOf(record)],
  ChargePeriodEnd: end,
  ChargePeriodStart: start,
  CommitmentDiscountCategory: nothing,
  CommitmentDiscountId: nothing,
  CommitmentDiscountName: nothing,
  CommitmentDiscountStatus: nothing,
  CommitmentDiscountType: nothing,
  ConsumedQuantity: ifUsage(units),
  ConsumedUnit: ifUsage(unit),
  ContractedCost: amount,
  ContractedUnitPrice: rate,
  EffectiveCost: amount,
  InvoiceIssuerName: source,
  ListCost: amount,
  ListUnitPrice: rate,
  PricingCategory: ifPriced(() => 'Standard'),
  PricingQuantity: units,
  PricingUnit: unit,
  ProviderName: source,
  PublisherName: source,
  RegionId: nothing,
  RegionName: nothing,
  ResourceId: nothing,
  ResourceName: nothing,
  ResourceType: nothing,
  ServiceCategory: ({ model }) => (model === undefined ? 'Other' : 'AI and Machine Learning'),
  ServiceName: ({ category: of }) => categoryText(of),
  SkuId: ifPriced(({ category: of }) => categoryText(of)),
  SkuPriceId: ifPriced(({ id }) => id),
  SubAccountId: ({ targetTeam }) => targetTeam,
  SubAccountName: ({ targetTeam }) => targetTeam,
  Tags: tags,
  x_RecordId: ({ id }) => id,
  x_Status: ({ status }) => status,
  x_SourceTeam: ({ sourceTeam }) => sourceTeam,
  x_TargetTeam: ({ targetTeam }) => targetTeam,
  x_CostCategory: ({ category: of }) => categoryText(of),
  x_Model: ({ model }) => model,
  x_Corrects: ({ correction }) => correction?.of,
  x_NoUnitsBecause: ({ units: of }) => (of.kind === 'none' ? of.because : undefined),
}

type FocusCategory = 'Usage' | 'Purchase' | 'Tax' | 'Credit' | 'Adjustment'

const FREQUENCY: Readonly<Record<FocusCategory, string>> = {
  Usage: 'Usage-Based',
  Purchase: 'Recurring',
  Tax: 'One-Time',
  Credit: 'One-Time',
  Adjustment: 'One-Time',
}

/** Use without one unit is an adjustment: the specification wants the quantity of what it calls usage. */
function chargeCategoryOf({
  category: { kind, name },
  units: { kind: has },
}: ChargebackRecord): FocusCategory {
  if (kind === 'charge')
    return name === 'tax' ? 'Tax' : name === 'credit' || name === 'refund' ? 'Credit' : 'Adjustment'
  if (has === 'none') return 'Adjustment'
  return kind === 'fee' ? 'Purchase' : 'Usage'
}

/** The records as a FOCUS file: what reads one from a cloud reads this. */
export const focusChargeback: Renderer<Chargeback> = (chargeback) =>
  [
    csvLine(Object.keys(COLUMNS)),
    ...chargeback.records.map((record) =>
      csvLine(Object.values(COLUMNS).map((cell) => cell(record, chargeback))),
    ),
  ].join('')
