import { SERVING_PHASE } from '../../config/bill.ts'
import { SHARED_MODEL } from '../../config/catalogue.ts'
import { sum } from '../../domain/money.ts'
import type { BillAllocation } from '../allocate-bill.ts'
import { groupBy } from '../group-by.ts'
import { monthsIn, type PeriodBill, type PeriodBillRules, wholeMonths } from '../period-bill.ts'
import type { Volumes } from '../report/volumes.ts'
import { costCategoryOf } from './cost-category.ts'
import { periodName } from './period-name.ts'
import {
  type Chargeback,
  type ChargebackMode,
  type ChargebackRecord,
  type RecordKey,
  type RecordStatus,
  recordId,
} from './record.ts'
import { toCents } from './to-cents.ts'
import { consumedBy, feeUnits, unitsOf } from './units.ts'

export type ChargebackRules = Pick<PeriodBillRules, 'bill' | 'schema'>

/** The records of a period: every allocation of its bill is in one of them, and they add up to it to the cent. */
export function chargebackRecords(
  bill: PeriodBill,
  mode: ChargebackMode,
  volumes: Volumes | undefined,
  rules: ChargebackRules,
): Chargeback {
  const { period, currency, cost } = bill
  const sourceTeam = sourceTeamOf(bill, rules)
  const name = periodName(period)
  const groups = recordGroups(bill, name)
  const { total, parts } = toCents(
    groups.map(({ of }) => sum(of.map(({ amount }) => amount))),
    bill.exact,
  )
  const serving = groupBy(groups.filter(isServing), ({ key }) => key.model)
  const records = groups.map(({ id, key, of }, at): ChargebackRecord => {
    const amount = parts[at]!
    const isServedByOne = serving.get(key.model)?.length === 1
    return {
      id,
      status: statusOf(key, mode),
      sourceTeam,
      targetTeam: key.team,
      model: key.model,
      category: key.category,
      units:
        key.category.kind === 'fee'
          ? feeUnits(amount, wholeMonths(period) === undefined ? undefined : monthsIn(bill.soFar))
          : unitsOf(key, amount, consumedBy(of), volumes, isServedByOne),
      amount,
      rows: of.reduce((rows, each) => rows + each.rows, 0),
      correction: undefined,
    }
  })
  return {
    period,
    currency,
    cost,
    mode,
    total,
    records,
    state: undefined,
    notes: [],
    keys: rules.schema.dimensions,
  }
}

/** What becomes one record, by id: the key order in which cents that are left over are given. */
export interface RecordGroup {
  readonly id: string
  readonly key: RecordKey
  readonly of: readonly BillAllocation[]
}

function recordGroups({ allocated }: PeriodBill, period: string): readonly RecordGroup[] {
  const flat = new Set(
    allocated.pools.flatMap(({ pool }) => (pool.method.kind === 'flat' ? [pool.name] : [])),
  )
  const keyed = allocated.allocations.map((allocation) => {
    const key = recordKeyOf(allocation, flat)
    return { id: recordId(period, key), key, allocation }
  })
  return [...groupBy(keyed, ({ id }) => id)]
    .map(([id, of]) => ({ id, key: of[0]!.key, of: of.map(({ allocation }) => allocation) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A fee is the team's as a whole, what is apart or given to nobody has no team, and what is untagged may name a model. */
export function recordKeyOf(allocation: BillAllocation, flatPools: ReadonlySet<string>): RecordKey {
  const category = costCategoryOf(allocation, flatPools)
  const { team, model } = allocation.owner
  if (allocation.kind === 'apart' || category.kind === 'unallocated')
    return { team: undefined, model: undefined, category }
  if (category.kind === 'untagged') return { team: undefined, model, category }
  if (category.kind === 'fee') return { team, model: undefined, category }
  return { team, model, category }
}

const isServing = ({ key: { category } }: RecordGroup): boolean =>
  category.kind === 'phase' && category.name === SERVING_PHASE

/** What is apart stays with who pays the bill, and so do foundations: the flat fee covers them. */
function statusOf({ team, category: { kind } }: RecordKey, mode: ChargebackMode): RecordStatus {
  switch (kind) {
    case 'charge':
      return team === undefined ? 'retained' : mode
    case 'kept':
    case 'foundations':
      return 'retained'
    case 'untagged':
    case 'unallocated':
      return 'unassigned'
    default:
      return mode
  }
}

/** As `ascribe.yml` says; else the one team that runs what names the model `shared`. */
function sourceTeamOf({ rows }: PeriodBill, { bill }: ChargebackRules): string | undefined {
  if (bill.platformTeam !== undefined) return bill.platformTeam
  const teams = new Set(
    rows.flatMap(({ owner: { team, model } }) =>
      team !== undefined && model === SHARED_MODEL ? [team] : [],
    ),
  )
  return teams.size === 1 ? [...teams][0] : undefined
}
