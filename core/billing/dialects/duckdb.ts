import { SCALE } from '../decimal.ts'
import type { TagContainer } from '../expression.ts'
import type { Dialect } from './dialect.ts'

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** By way of 64 bits where they hold it: text is read ten times as fast into them as into 128. */
const decimal = (sql: string): string =>
  `COALESCE(TRY_CAST(${sql} AS DECIMAL(18,${SCALE})), TRY_CAST(${sql} AS DECIMAL(38,${SCALE})))`

const trimmed = (sql: string): string => `TRIM(${sql}, E' \\t\\r\\n')`

/** @see https://duckdb.org/docs/stable/sql/introduction */
export const duckdb: Dialect = {
  id: 'duckdb',
  title: 'DuckDB',
  identifier,
  text,
  missing: 'CAST(NULL AS VARCHAR)',
  cell: (name) => `CAST(${identifier(name)} AS VARCHAR)`,
  trimmed,
  // Each NULLIF has its argument twice: three of them trim a cell eight times.
  present: (sql) => `(CASE WHEN ${trimmed(sql)} NOT IN ('', 'NULL', 'null') THEN ${trimmed(sql)} END)`,
  matches: (sql, pattern) =>
    `${sql} LIKE ${text(pattern.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%'))} ESCAPE '\\'`,
  monthFirstDay: (sql) => `STRFTIME(TRY_STRPTIME(${sql}, '%m/%d/%Y'), '%Y-%m-%d')`,
  listSum: (column, field) =>
    `LIST_SUM(LIST_TRANSFORM(${identifier(column)}, entry -> ${decimal(`CAST(entry.${identifier(field)} AS VARCHAR)`)}))`,
  decimal,
  tag: (container, key) => {
    const column = identifier(container.column)
    switch (container.form) {
      case 'map':
        return `CAST(${column}[${text(key)}] AS VARCHAR)`
      case 'labels':
        return `CAST(LIST_FILTER(${column}, label -> label.key = ${text(key)})[1].value AS VARCHAR)`
      case 'columns':
        return `CAST(${identifier(container.column + key)} AS VARCHAR)`
      case 'json':
      case 'bare-json':
        return `JSON_EXTRACT_STRING(${json(container)}, ${text(pointer(key))})`
    }
  },
  tagKeys: (container, source) => {
    const column = identifier(container.column)
    const keys = {
      map: `MAP_KEYS(${column})`,
      labels: `LIST_TRANSFORM(${column}, label -> label.key)`,
      json: `JSON_KEYS(${json(container)})`,
      'bare-json': `JSON_KEYS(${json(container)})`,
      columns: `[]::VARCHAR[]`,
    }[container.form]
    // Many charges have the same tags, and their text is read once. A map is read already.
    const isText = container.form === 'json' || container.form === 'bare-json'
    const charges = isText
      ? `(SELECT ${column}, COUNT(*) AS charges FROM ${source} GROUP BY ${column})`
      : `(SELECT ${column}, 1 AS charges FROM ${source})`
    return `SELECT key, SUM(charges) AS rows FROM (SELECT UNNEST(${keys}) AS key, charges FROM ${charges}) GROUP BY key`
  },
}

/** Broken text has no tags, rather than ending the query. */
function json({ column, form }: TagContainer): string {
  const raw = identifier(column)
  const whole = form === 'bare-json' ? `('{' || TRIM(${raw}, '{} ') || '}')` : raw
  return `(CASE WHEN JSON_VALID(${whole}) THEN ${whole} END)`
}

/** A JSON pointer holds any key, a JSON path does not. */
const pointer = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
