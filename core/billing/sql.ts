import {
  AMOUNT_COLUMNS,
  CHARGE_COLUMNS,
  type ChargeColumn,
  type ChargesView,
  type Cost,
} from './charge-columns.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { AmountExpression, Case, Expression } from './expression.ts'
import type { Condition, GroupQuery } from './group-query.ts'

export type FromSource = Dialect & { readonly source: string }

/** The `SELECT` of the view: plain columns, one row a charge. */
export function viewSql(view: ChargesView, source: string, written: Dialect): string {
  const dialect: FromSource = { ...written, source }
  const columns = CHARGE_COLUMNS.map(
    (name) => `${textSql(view.columns[name], dialect)} AS ${dialect.identifier(name)}`,
  )
  return `SELECT\n  ${[...columns, ...amountsSql(view, dialect)].join(',\n  ')}\nFROM ${source}`
}

export const amountsSql = (view: ChargesView, dialect: FromSource): readonly string[] =>
  AMOUNT_COLUMNS.map((name) => `${amountSql(view.amounts[name], dialect)} AS ${dialect.identifier(name)}`)

/** How many charges there are, and how many whose cost is no number, of rows that are a charge each. */
export function countsSql({ identifier }: Dialect): readonly string[] {
  const unreadable = (cost: Cost, name: string) =>
    `SUM(CASE WHEN ${identifier(cost)} IS NULL THEN 1 ELSE 0 END) AS ${identifier(name)}`
  return [
    `COUNT(*) AS ${identifier('rows')}`,
    unreadable('billed', 'unreadableBilled'),
    unreadable('effective', 'unreadableEffective'),
  ]
}

/**
 * Plain grouping on the view: the same in every dialect but for quotes. Its answer has the columns grouped by, the amounts, the
 * counts, and the first and the last day.
 */
export function groupSql(
  query: GroupQuery,
  charges: string,
  dialect: Dialect,
  counts: readonly string[] = countsSql(dialect),
): string {
  const { identifier } = dialect
  const by = query.by.map((name) => identifier(name))
  const sums = AMOUNT_COLUMNS.map((name) => `COALESCE(SUM(${identifier(name)}), 0) AS ${identifier(name)}`)
  const rest = [
    ...counts,
    `MIN(${identifier('day')}) AS ${identifier('firstDay')}`,
    `MAX(${identifier('day')}) AS ${identifier('lastDay')}`,
  ]
  const conditions = query.where.map((condition) => conditionSql(condition, dialect))
  return [
    `SELECT ${[...by, ...sums, ...rest].join(', ')}`,
    `FROM ${charges}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    ...(by.length > 0 ? [`GROUP BY ${by.join(', ')}`] : []),
    ...(query.top ? orderSql(query.by, query.top, dialect) : []),
    ...(dialect.settings === undefined ? [] : [dialect.settings]),
  ].join('\n')
}

function orderSql(
  by: readonly ChargeColumn[],
  { cost, groups }: NonNullable<GroupQuery['top']>,
  { identifier }: Dialect,
): readonly string[] {
  const ties = by.map((name) => `${identifier(name)} NULLS FIRST`)
  return [
    // By its place: whether a name is the column's or the sum's differs from database to database.
    `ORDER BY ${[`${by.length + 1 + AMOUNT_COLUMNS.indexOf(cost)} DESC`, ...ties].join(', ')}`,
    `LIMIT ${Math.max(0, Math.trunc(groups))}`,
  ]
}

export function conditionSql(condition: Condition, { identifier, text }: Dialect): string {
  switch (condition.kind) {
    case 'days':
      return `${identifier('day')} >= ${text(condition.from)} AND ${identifier('day')} < ${text(condition.until)}`
    case 'is':
      if (condition.values.length === 0) return '1 = 0'
      return `${identifier(condition.column)} IN (${condition.values.map(text).join(', ')})`
    case 'missing':
      return `${identifier(condition.column)} IS NULL`
    case 'present':
      return `${identifier(condition.column)} IS NOT NULL`
    case 'anyMissing':
      return `(${condition.columns.map((name) => `${identifier(name)} IS NULL`).join(' OR ')})`
  }
}

export function textSql(expression: Expression, dialect: FromSource): string {
  const inner = (each: Expression) => textSql(each, dialect)
  switch (expression.kind) {
    case 'column':
      return presentSql(dialect.cell(expression.name), dialect)
    case 'literal':
      return dialect.text(expression.value)
    case 'missing':
      return dialect.missing
    case 'firstOf':
      return coalesce(expression.of.map(inner), dialect.missing)
    case 'slice':
      return `SUBSTR(${inner(expression.of)}, ${expression.start}, ${expression.length})`
    case 'lower':
      return `LOWER(${inner(expression.of)})`
    case 'monthFirstDay':
      return dialect.monthFirstDay(inner(expression.of))
    case 'occurs': {
      const [of, among] = [inner(expression.of), inner(expression.among)]
      return `(CASE WHEN ${of} IN (SELECT ${among} FROM ${dialect.source} WHERE ${among} IS NOT NULL) THEN ${of} END)`
    }
    case 'joined':
      return `(${expression.of.map(inner).join(' || ')})`
    case 'matches':
      return `(CASE WHEN ${dialect.matches(inner(expression.of), expression.pattern)} THEN ${inner(expression.result)} END)`
    case 'choice':
      return choiceSql(expression, inner, dialect)
    case 'tag': {
      const { container, keys } = expression
      return coalesce(
        keys.map((key) => presentSql(dialect.tag(container, key), dialect)),
        dialect.missing,
      )
    }
  }
}

function amountSql(amount: AmountExpression, dialect: FromSource): string {
  const inner = (each: AmountExpression) => amountSql(each, dialect)
  switch (amount.kind) {
    case 'number':
      return numberIn(amount.of, dialect) ?? dialect.decimal(textSql(amount.of, dialect))
    case 'negative':
      return `(-${inner(amount.of)})`
    case 'listSum':
      return `COALESCE(${dialect.listSum(amount.column, amount.field)}, 0)`
    case 'nothing':
      return dialect.decimal(dialect.text('0'))
    case 'sum': {
      const [first, ...rest] = amount.of.map(inner)
      return `(${[first!, ...rest.map((part) => `COALESCE(${part}, 0)`)].join(' + ')})`
    }
    case 'firstAmount':
      return coalesce(amount.of.map(inner), dialect.decimal('NULL'))
    case 'amountChoice':
      return choiceSql(amount, inner, dialect)
  }
}

/** A number need not be written as text to be read. */
const numberIn = (of: Expression, dialect: Dialect): string | undefined =>
  of.kind === 'column' ? dialect.number?.(of.name) : undefined

function choiceSql<Result>(
  choice: { readonly of: Expression; readonly cases: readonly Case<Result>[]; readonly otherwise: Result },
  inner: (each: Result) => string,
  dialect: FromSource,
): string {
  const of = `LOWER(${textSql(choice.of, dialect)})`
  const cases = choice.cases.map(
    ({ values, result }) => `WHEN ${of} IN (${values.map(dialect.text).join(', ')}) THEN ${inner(result)}`,
  )
  return `(CASE ${cases.join(' ')} ELSE ${inner(choice.otherwise)} END)`
}

const presentSql = (sql: string, dialect: Dialect): string =>
  dialect.present?.(sql) ?? `NULLIF(NULLIF(NULLIF(${dialect.trimmed(sql)}, ''), 'NULL'), 'null')`

function coalesce(parts: readonly string[], none: string): string {
  if (parts.length === 0) return none
  return parts.length === 1 ? parts[0]! : `COALESCE(${parts.join(', ')})`
}
