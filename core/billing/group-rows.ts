import type { AmountColumn, ChargeColumn, ChargesView, Cost } from './charge-columns.ts'
import { type Decimal, NOTHING, plus } from './decimal.ts'
import { type Expression, evaluate, evaluateAmount, type ReadRow } from './expression.ts'
import type { ChargeGroup, Condition, GroupQuery } from './group-query.ts'
import { ownText } from './own-text.ts'

/** A charge's columns, worked out where they are asked for. */
type Charge = (name: ChargeColumn) => string | undefined
type Amounts = Readonly<Record<AmountColumn, Decimal | undefined>>
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Group = Mutable<ChargeGroup> & { readonly unreadable: Record<Cost, number> }

/**
 * Groups rows as `groupSql` has a database do it, without one: what reads a bill where DuckDB is not installed, and what
 * tests hold DuckDB against. All queries are answered in one pass.
 */
export function groupRows(view: ChargesView, queries: readonly GroupQuery[]): RowGrouping {
  const groupings = queries.map((query) => ({ query, groups: new Map<string, Group>() }))
  const occurring = new Map<Expression, Set<string>>(
    occurrencesIn(view).map((among) => [among, new Set<string>()]),
  )
  const none: ReadonlySet<string> = new Set()
  return {
    asksForOthers: occurring.size > 0,
    look(row) {
      for (const [among, texts] of occurring) {
        const text = evaluate(among, row)
        if (text !== undefined && !texts.has(text)) texts.add(ownText(text))
      }
    },
    add({ cell, tags }) {
      const row: ReadRow = { cell, tags, occurring: (among) => occurring.get(among) ?? none }
      const charge = chargeOf(view, row)
      let amounts: Amounts | undefined
      for (const { query, groups } of groupings) {
        if (!query.where.every((condition) => holds(condition, charge))) continue
        const key = JSON.stringify(query.by.map((name) => charge(name) ?? null))
        const group = groups.get(key) ?? emptyGroup(query.by, charge)
        groups.set(key, group)
        amounts ??= amountsOf(view, row)
        addAmounts(group, amounts)
        addDay(group, charge('day'))
      }
    },
    groups: () => groupings.map(({ query, groups }) => chosen(query, [...groups.values()])),
  }
}

export interface RowGrouping {
  /** Whether what is counted of a row depends on others: then each is looked at before any is added. */
  readonly asksForOthers: boolean
  look(row: ReadRow): void
  add(row: ReadRow): void
  groups(): readonly (readonly ChargeGroup[])[]
}

function chargeOf(view: ChargesView, row: ReadRow): Charge {
  const known = new Map<ChargeColumn, string | undefined>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined || known.has(name)) return found
    const value = evaluate(view.columns[name], row)
    known.set(name, value)
    return value
  }
}

const amountsOf = ({ amounts }: ChargesView, row: ReadRow): Amounts => ({
  billed: evaluateAmount(amounts.billed, row),
  effective: evaluateAmount(amounts.effective, row),
  quantity: evaluateAmount(amounts.quantity, row),
})

function addAmounts(group: Group, { billed, effective, quantity }: Amounts): void {
  group.billed = plus(group.billed, billed ?? NOTHING)
  group.effective = plus(group.effective, effective ?? NOTHING)
  group.quantity = plus(group.quantity, quantity ?? NOTHING)
  group.rows++
  if (billed === undefined) group.unreadable.billed++
  if (effective === undefined) group.unreadable.effective++
}

function emptyGroup(by: readonly ChargeColumn[], charge: Charge): Group {
  const named = by.flatMap((name) => {
    const value = charge(name)
    return value === undefined ? [] : [[name, ownText(value)]]
  })
  return {
    by: Object.fromEntries(named),
    billed: NOTHING,
    effective: NOTHING,
    quantity: NOTHING,
    rows: 0,
    unreadable: { billed: 0, effective: 0 },
    firstDay: undefined,
    lastDay: undefined,
  }
}

function addDay(group: Group, day: string | undefined): void {
  if (day === undefined) return
  if (group.firstDay === undefined || day < group.firstDay) group.firstDay = day
  if (group.lastDay === undefined || day > group.lastDay) group.lastDay = day
}

/** A database answers a query without `GROUP BY` with one row even where there are none. */
function chosen({ by, top }: GroupQuery, groups: readonly ChargeGroup[]): readonly ChargeGroup[] {
  if (by.length === 0 && groups.length === 0) return [emptyGroup([], () => undefined)]
  if (!top) return groups
  const { cost } = top
  const ordered = groups.toSorted((a, b) =>
    a[cost] === b[cost] ? inOrder(by, a, b) : a[cost] > b[cost] ? -1 : 1,
  )
  return ordered.slice(0, Math.max(0, Math.trunc(top.groups)))
}

/** What is missing comes first, as in the SQL. */
function inOrder(by: readonly ChargeColumn[], a: ChargeGroup, b: ChargeGroup): number {
  for (const name of by) {
    const [left, right] = [a.by[name], b.by[name]]
    if (left === right) continue
    if (left === undefined) return -1
    return right === undefined || left > right ? 1 : -1
  }
  return 0
}

function holds(condition: Condition, charge: Charge): boolean {
  switch (condition.kind) {
    case 'days': {
      const day = charge('day')
      return day !== undefined && day >= condition.from && day < condition.until
    }
    case 'is': {
      const value = charge(condition.column)
      return value !== undefined && condition.values.includes(value)
    }
    case 'missing':
      return charge(condition.column) === undefined
    case 'present':
      return charge(condition.column) !== undefined
    case 'anyMissing':
      return condition.columns.some((name) => charge(name) === undefined)
  }
}

/** The expressions that some part of the view asks for in all rows. */
function occurrencesIn(part: unknown): readonly Expression[] {
  if (typeof part !== 'object' || part === null) return []
  const { kind, among } = part as { readonly kind?: unknown; readonly among?: Expression }
  return [...(kind === 'occurs' && among ? [among] : []), ...Object.values(part).flatMap(occurrencesIn)]
}
