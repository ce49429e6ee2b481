import { AMOUNT_COLUMNS, CHARGE_COLUMNS, type ChargeColumn, type ChargesView } from './charge-columns.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Expression } from './expression.ts'
import type { Condition, GroupQuery } from './group-query.ts'
import { amountsSql, conditionSql, countsSql, type FromSource, groupSql, textSql } from './sql.ts'

/**
 * What `groupSql` answers over the view, in two steps: charges are added up by day and by what is written in their columns,
 * and what that means is worked out of those few groups. Tags are read as often as they differ, and not once a charge.
 */
export function rawGroupsSql(query: GroupQuery, view: ChargesView, source: string, written: Dialect): string {
  const dialect: FromSource = { ...written, source }
  const { identifier } = dialect
  const used = columnsOf(query)
  const first = used.filter((name) => isFirst(name, view))
  const later = used.filter((name) => !isFirst(name, view))
  const raw = new Map(
    [...new Set(later.flatMap((name) => writtenIn(view.columns[name])))].map((name, at) => [
      name,
      `raw ${at}`,
    ]),
  )
  const keys = [...first, ...raw.values()].map(identifier)
  const amounts = AMOUNT_COLUMNS.map(identifier)
  const counts = COUNTS.map(identifier)
  const cells = [
    ...first.map((name) => `${textSql(view.columns[name], dialect)} AS ${identifier(name)}`),
    ...[...raw].map(([name, as]) => `${identifier(name)} AS ${identifier(as)}`),
    ...amountsSql(view, dialect),
  ]
  const days = query.where.filter(({ kind }) => kind === 'days')
  const grouped = [
    `SELECT ${[...keys, ...amounts.map(sumAs), ...countsSql(dialect)].join(', ')}`,
    `FROM (SELECT ${cells.join(', ')} FROM ${source}) AS charges`,
    ...(days.length > 0 ? [`WHERE ${days.map((each) => conditionSql(each, dialect)).join(' AND ')}`] : []),
    `GROUP BY ${keys.join(', ')}`,
  ].join('\n')
  const renamed = withNames(dialect, raw)
  const bound = [
    ...first.map(identifier),
    ...later.map((name) => `${textSql(view.columns[name], renamed)} AS ${identifier(name)}`),
  ]
  const charges = `(SELECT ${[...bound, ...amounts, ...counts].join(', ')} FROM (${grouped}) AS written) AS charges`
  return groupSql(query, charges, dialect, counts.map(sumAs))
}

const COUNTS = ['rows', 'unreadableBilled', 'unreadableEffective'] as const

const sumAs = (name: string): string => `SUM(${name}) AS ${name}`

function columnsOf({ by, where }: GroupQuery): readonly ChargeColumn[] {
  const used = new Set([...by, ...where.flatMap(columnsIn), 'day' as const])
  return CHARGE_COLUMNS.filter((name) => used.has(name))
}

function columnsIn(condition: Condition): readonly ChargeColumn[] {
  if (condition.kind === 'days') return ['day']
  return condition.kind === 'anyMissing' ? condition.columns : [condition.column]
}

/** Days, as the hours of a day are many; and what is looked for in all charges, which groups no longer have. */
const isFirst = (name: ChargeColumn, view: ChargesView): boolean =>
  name === 'day' || partsOf(view.columns[name]).some(({ kind }) => kind === 'occurs')

/** The columns of the export that an expression reads. */
const writtenIn = (expression: Expression): readonly string[] =>
  partsOf(expression).flatMap((part) => {
    if (part.kind === 'column') return part.name
    if (part.kind !== 'tag') return []
    const { column, form } = part.container
    return form === 'columns' ? part.keys.map((key) => column + key) : column
  })

/** An expression and all that it is made of. */
function partsOf(part: unknown): readonly Expression[] {
  if (typeof part !== 'object' || part === null) return []
  const own = 'kind' in part ? [part as Expression] : []
  return [...own, ...Object.values(part).flatMap(partsOf)]
}

/** The same columns, by the names that they have in the groups. */
function withNames(dialect: FromSource, names: ReadonlyMap<string, string>): FromSource {
  const cell = (name: string): string => dialect.cell(names.get(name)!)
  return {
    ...dialect,
    cell,
    tag: (container, key) =>
      container.form === 'columns'
        ? cell(container.column + key)
        : dialect.tag({ ...container, column: names.get(container.column)! }, key),
  }
}
