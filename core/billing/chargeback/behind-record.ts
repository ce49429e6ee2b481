import { DIMENSIONS } from '../../domain/owner.ts'
import type { ChargeColumn } from '../charge-columns.ts'
import { type CostRow, costRows, costRowsQuery, type Period } from '../cost-rows.ts'
import { type Decimal, total as totalOf } from '../decimal.ts'
import { groupBy } from '../group-by.ts'
import type { ChargeGroup, GroupQuery } from '../group-query.ts'
import { apartBy, type PeriodBill, type PeriodBillRules } from '../period-bill.ts'
import { poolOf } from '../pool-charges.ts'
import { billMethodologyOf } from '../pool-method.ts'
import { speller } from '../spell-values.ts'
import { recordKeyOf } from './chargeback-records.ts'
import { periodName } from './period-name.ts'
import { type ChargebackRecord, recordId } from './record.ts'

/** The charges of a bill that a record was made of: what a team is shown that disputes it. */
export interface BehindRecord {
  readonly record: ChargebackRecord
  readonly period: Period
  readonly currency: string
  /** The record is the charges, or a part of a pool that they are. */
  readonly through: { readonly pool: string; readonly methodology: string } | undefined
  /** Of the charges, with all digits. Every list below comes to it. */
  readonly total: Decimal
  readonly rows: number
  readonly services: readonly BehindPart[]
  /** The dearest. */
  readonly resources: readonly BehindPart[]
  readonly otherResources: Omit<BehindPart, 'name'> & { readonly count: number }
  readonly days: readonly BehindPart[]
}

export interface BehindPart {
  /** Undefined: the bill does not say. */
  readonly name: string | undefined
  readonly amount: Decimal
  readonly rows: number
}

const BY_RESOURCE: readonly ChargeColumn[] = [
  'service',
  'resource',
  'resourceName',
  'account',
  'category',
  'commitment',
  'currency',
  'pools',
  ...DIMENSIONS,
]

/** What is asked of the bill for `behindRecord`, in its order. */
export const behindQueries = (period: Period): readonly [GroupQuery, GroupQuery] => [
  { by: BY_RESOURCE, where: [{ kind: 'days', ...period }], top: undefined },
  costRowsQuery(period),
]

/** Finds the charges behind a record by the same rules that made it. */
export function behindRecord(
  record: ChargebackRecord,
  bill: PeriodBill,
  [byResource = [], byDay = []]: readonly (readonly ChargeGroup[])[],
  most: number,
  rules: PeriodBillRules,
): BehindRecord {
  const { period, currency } = bill
  const ofRecord = (groups: readonly ChargeGroup[]) => chargesOf(record, bill, groups, rules)
  const charges = ofRecord(byResource)
  const resources = parts(charges, resourceText, ({ by }) => by.resource)
  const listed = resources.slice(0, most)
  const others = resources.slice(most)
  const pool = bill.allocated.pools.find((each) => each.pool.name === poolNameOf(record))
  return {
    record,
    period,
    currency,
    through: pool && {
      pool: pool.pool.name,
      methodology: billMethodologyOf(pool.pool, pool.method, currency),
    },
    total: totalOf(charges.map(({ amount }) => amount)),
    rows: rowsOf(charges),
    services: parts(charges, ({ by }) => by.service),
    resources: listed,
    otherResources: {
      count: others.length,
      amount: totalOf(others.map(({ amount }) => amount)),
      rows: rowsOf(others),
    },
    days: parts(ofRecord(byDay), ({ by }) => by.day).toSorted((a, b) =>
      (a.name ?? '') < (b.name ?? '') ? -1 : 1,
    ),
  }
}

interface Charges {
  readonly by: ChargeGroup['by']
  readonly amount: Decimal
  readonly rows: number
}

function chargesOf(
  record: ChargebackRecord,
  { period, currency, cost }: PeriodBill,
  groups: readonly ChargeGroup[],
  rules: PeriodBillRules,
): readonly Charges[] {
  const mine = groups.filter(({ by }) => (by.currency ?? 'unknown') === currency)
  const rows = costRows(mine, cost, speller(rules.schema, rules).spell)
  const isBehind = isBehindBy(record, period, rules)
  return mine.flatMap((group, at) =>
    isBehind(rows[at]!) ? [{ by: group.by, amount: group[cost], rows: group.rows }] : [],
  )
}

const OF_POOLS: ReadonlySet<string> = new Set(['shared', 'fee', 'kept', 'unallocated'])
const poolNameOf = ({ category: { kind, name } }: ChargebackRecord): string | undefined =>
  OF_POOLS.has(kind) ? name : undefined

function isBehindBy(
  record: ChargebackRecord,
  period: Period,
  rules: PeriodBillRules,
): (row: CostRow) => boolean {
  const isApart = apartBy(rules.bill)
  const pool = poolNameOf(record)
  const name = periodName(period)
  const { targetTeam: team, model, category } = record
  const id = recordId(name, { team, model, category })
  return (row) => {
    const apart = isApart(row)
    const found = apart ? undefined : poolOf(row, rules.sharedPools, rules.schema)
    if (pool !== undefined || found) return pool !== undefined && found?.name === pool
    const isOwned = row.owner.team !== undefined && row.owner.model !== undefined
    const kind = apart ? 'apart' : isOwned ? 'direct' : 'untagged'
    return recordId(name, recordKeyOf({ ...row, kind, pool: undefined }, new Set())) === id
  }
}

/** Its name, where the bill has one, and its id: a name alone may be another's too. */
const resourceText = ({ by: { resource, resourceName } }: Charges): string | undefined =>
  resourceName === undefined || resource === undefined || resourceName === resource
    ? (resource ?? resourceName)
    : `${resourceName} (${resource})`

/** Dearest first, ties by name. */
function parts(
  charges: readonly Charges[],
  nameOf: (charges: Charges) => string | undefined,
  key: (charges: Charges) => string | undefined = nameOf,
): readonly BehindPart[] {
  return [...groupBy(charges, key)]
    .map(([, of]) => ({
      name: nameOf(of[0]!),
      amount: totalOf(of.map(({ amount }) => amount)),
      rows: rowsOf(of),
    }))
    .sort((a, b) =>
      a.amount === b.amount ? ((a.name ?? '') < (b.name ?? '') ? -1 : 1) : a.amount > b.amount ? -1 : 1,
    )
}

const rowsOf = (of: readonly { readonly rows: number }[]): number =>
  of.reduce((rows, each) => rows + each.rows, 0)
