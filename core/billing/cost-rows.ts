import type { Usd } from '../domain/money.ts'
import { DIMENSIONS, type Dimension } from '../domain/owner.ts'
import type { ChargeColumn, Cost } from './charge-columns.ts'
import type { Decimal } from './decimal.ts'
import type { ChargeGroup, GroupQuery } from './group-query.ts'
import { poolsIn } from './pool-charges.ts'
import type { SpellValue } from './spell-values.ts'
import { toMicros } from './to-micros.ts'

/** What the reports of a period are made from: one row for each owner, day, service and kind of charge. */
export interface CostRow {
  readonly day: string | undefined
  readonly provider: string | undefined
  readonly account: string | undefined
  readonly service: string | undefined
  readonly category: ChargeCategory
  readonly isUnused: boolean
  readonly unit: string | undefined
  readonly owner: BilledOwner
  /** The shared pools, by their place in `ascribe.yml`, that find its resource. */
  readonly pools?: ReadonlySet<number>
  /** In millionths of the bill's currency. All rows of a bill add up to its total, rounded once. */
  readonly amount: Usd
  readonly quantity: Decimal
  /** Of the export. */
  readonly rows: number
}

/** What a bill answers for each dimension. There is no unknown: a bill has a tag or has none. */
export type BilledOwner = Readonly<Partial<Record<Dimension, string>>>

export const CHARGE_CATEGORIES = [
  'Usage',
  'Purchase',
  'Tax',
  'Credit',
  'Adjustment',
  'Refund',
  'Support',
] as const
export type ChargeCategory = (typeof CHARGE_CATEGORIES)[number]

const CUBE: readonly ChargeColumn[] = [
  'day',
  'provider',
  'account',
  'service',
  'category',
  'commitment',
  'currency',
  'unit',
  'pools',
  ...DIMENSIONS,
]

/** The days from the first up to and without the other, in UTC: `2026-10-01` until `2026-11-01` is October. */
export interface Period {
  readonly from: string
  readonly until: string
}

/** The one query that all tables of a period come from. */
export const costRowsQuery = (period: Period | undefined): GroupQuery => ({
  by: CUBE,
  where: period ? [{ kind: 'days', ...period }] : [],
  top: undefined,
})

/** The rows of one currency. Values are spelled as the schema and the catalogue spell them. */
export function costRows(groups: readonly ChargeGroup[], cost: Cost, spell: SpellValue): readonly CostRow[] {
  const amounts = toMicros(groups.map((group) => group[cost]))
  return groups.map(({ by, quantity, rows }, at) => ({
    day: by.day,
    provider: by.provider,
    account: by.account,
    service: by.service,
    category: categoryOf(by.category),
    isUnused: by.commitment === 'Unused',
    unit: by.unit,
    owner: ownerOf(by, spell),
    pools: poolsIn(by.pools),
    amount: amounts[at]!,
    quantity,
    rows,
  }))
}

export function ownerOf(by: ChargeGroup['by'], spell: SpellValue): BilledOwner {
  const answers = DIMENSIONS.flatMap((dimension) => {
    const value = by[dimension]
    return value === undefined ? [] : [[dimension, spell(dimension, value)]]
  })
  return Object.fromEntries(answers)
}

const categoryOf = (text: string | undefined): ChargeCategory =>
  CHARGE_CATEGORIES.find((category) => category === text) ?? 'Usage'
