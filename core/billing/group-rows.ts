import { CHARGE_COLUMNS, type ChargeColumn, type ChargesView, type Cost } from './charge-columns.ts'
import { NOTHING, plus } from './decimal.ts'
import { type Expression, evaluate, evaluateAmount, type ReadRow } from './expression.ts'
import type { ChargeGroup, Condition, GroupQuery } from './group-query.ts'

type Charge = Readonly<Record<ChargeColumn, string | undefined>>
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Group = Mutable<ChargeGroup> & { readonly unreadable: Record<Cost, number> }

/**
 * Groups rows as `groupSql` has a database do it, without one: what reads a bill where DuckDB is not installed, and what
 * tests hold DuckDB against. All queries are answered in one pass.
 */
export function groupRows(view: ChargesView, queries: readonly GroupQuery[]): RowGrouping {
  const groupings = queries.map((query) => ({ query, groups: new Map<string, Group>() }))
  const used = new Set(
    queries.flatMap(({ by, where }) => [...by, ...where.flatMap(columnsIn), 'day' as const]),
  )
  const wanted = CHARGE_COLUMNS.filter((name) => used.has(name))
  const occurring = new Map<Expression, Set<string>>(
    occurrencesIn(view).map((among) => [among, new Set<string>()]),
  )
  const none: ReadonlySet<string> = new Set()
  return {
    asksForOthers: occurring.size > 0,
    look(row) {
      for (const [among, texts] of occurring) {
        const text = evaluate(among, row)
        if (text !== undefined) texts.add(text)
      }
    },
    add({ cell, tags }) {
      const row: ReadRow = { cell, tags, occurring: (among) => occurring.get(among) ?? none }
      const charge = Object.fromEntries(
        wanted.map((name) => [name, evaluate(view.columns[name], row)]),
      ) as Charge
      const billed = evaluateAmount(view.amounts.billed, row)
      const effective = evaluateAmount(view.amounts.effective, row)
      const quantity = evaluateAmount(view.amounts.quantity, row)
      for (const { query, groups } of groupings) {
        if (!query.where.every((condition) => holds(condition, charge))) continue
        const key = JSON.stringify(query.by.map((name) => charge[name] ?? null))
        const group = groups.get(key) ?? emptyGroup(query.by, charge)
        groups.set(key, group)
        group.billed = plus(group.billed, billed ?? NOTHING)
        group.effective = plus(group.effective, effective ?? NOTHING)
        group.quantity = plus(group.quantity, quantity ?? NOTHING)
        group.rows++
        if (billed === undefined) group.unreadable.billed++
        if (effective === undefined) group.unreadable.effective++
        addDay(group, charge.day)
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

function emptyGroup(by: readonly ChargeColumn[], charge: Charge): Group {
  const named = by.flatMap((name) => (charge[name] === undefined ? [] : [[name, charge[name]]]))
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
  if (by.length === 0 && groups.length === 0) return [emptyGroup([], {} as Charge)]
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
    case 'days':
      return charge.day !== undefined && charge.day >= condition.from && charge.day < condition.until
    case 'is': {
      const value = charge[condition.column]
      return value !== undefined && condition.values.includes(value)
    }
    case 'missing':
      return charge[condition.column] === undefined
    case 'present':
      return charge[condition.column] !== undefined
    case 'anyMissing':
      return condition.columns.some((name) => charge[name] === undefined)
  }
}

function columnsIn(condition: Condition): readonly ChargeColumn[] {
  if (condition.kind === 'days') return ['day']
  return condition.kind === 'anyMissing' ? condition.columns : [condition.column]
}

/** The expressions that some part of the view asks for in all rows. */
function occurrencesIn(part: unknown): readonly Expression[] {
  if (typeof part !== 'object' || part === null) return []
  const { kind, among } = part as { readonly kind?: unknown; readonly among?: Expression }
  return [...(kind === 'occurs' && among ? [among] : []), ...Object.values(part).flatMap(occurrencesIn)]
}
