import { SCALE } from '../decimal.ts'
import type { TagContainer } from '../expression.ts'
import type { Dialect } from './dialect.ts'

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

const decimal = (sql: string): string => `TRY_CAST(${sql} AS DECIMAL(38,${SCALE}))`

/** @see https://duckdb.org/docs/stable/sql/introduction */
export const duckdb: Dialect = {
  id: 'duckdb',
  title: 'DuckDB',
  identifier,
  text,
  missing: 'CAST(NULL AS VARCHAR)',
  cell: (name) => `CAST(${identifier(name)} AS VARCHAR)`,
  trimmed: (sql) => `TRIM(${sql}, E' \\t\\r\\n')`,
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
    return `SELECT key, COUNT(*) AS rows FROM (SELECT UNNEST(${keys}) AS key FROM ${source}) GROUP BY key`
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
