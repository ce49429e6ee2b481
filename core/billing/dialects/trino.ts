import { SCALE } from '../decimal.ts'
import type { TagContainer } from '../expression.ts'
import type { Dialect } from './dialect.ts'
import { doubled, fields, likePattern, tryDecimal } from './quoting.ts'

const identifier = doubled('"')
const text = doubled("'")
const path = fields(identifier)

/** A map, whatever lies in the column: `map['k']` ends the query where there is no `k`, and a JSON path holds not every key. */
function map({ column, form }: TagContainer): string {
  const raw = path(column)
  switch (form) {
    case 'map':
    case 'columns':
      return raw
    case 'labels':
      return `MAP(TRANSFORM(${raw}, label -> label.key), TRANSFORM(${raw}, label -> label.value))`
    case 'json':
      return jsonMap(raw)
    case 'bare-json':
      return jsonMap(`('{' || REGEXP_REPLACE(${raw}, '^[{} ]+|[{} ]+$') || '}')`)
  }
}

const jsonMap = (sql: string): string => `TRY(CAST(JSON_PARSE(${sql}) AS MAP(VARCHAR, JSON)))`

/** @see https://trino.io/docs/current/language.html */
export const trino: Dialect = {
  id: 'trino',
  title: 'Trino',
  identifier,
  text,
  missing: 'CAST(NULL AS VARCHAR)',
  cell: (name) => `CAST(${path(name)} AS VARCHAR)`,
  trimmed: (sql) => `REGEXP_REPLACE(${sql}, '^[ \\t\\r\\n]+|[ \\t\\r\\n]+$')`,
  matches: (sql, pattern) => `${sql} LIKE ${text(likePattern(pattern))} ESCAPE '\\'`,
  monthFirstDay: (sql) => `TRY(DATE_FORMAT(DATE_PARSE(${sql}, '%m/%d/%Y'), '%Y-%m-%d'))`,
  listSum: (column, field) =>
    `REDUCE(${path(column)}, CAST(0 AS DECIMAL(38,${SCALE})), (sum, entry) -> sum + COALESCE(${tryDecimal(`CAST(entry.${identifier(field)} AS VARCHAR)`)}, 0), sum -> sum)`,
  decimal: tryDecimal,
  tag: (container, key) => {
    const value = `ELEMENT_AT(${map(container)}, ${text(key)})`
    switch (container.form) {
      case 'columns':
        return `CAST(${identifier(container.column + key)} AS VARCHAR)`
      case 'json':
      case 'bare-json':
        return `COALESCE(JSON_EXTRACT_SCALAR(${value}, '$'), JSON_FORMAT(${value}))`
      default:
        return `CAST(${value} AS VARCHAR)`
    }
  },
  tagKeys: (container, source) =>
    container.form === 'columns'
      ? `SELECT CAST(NULL AS VARCHAR) AS "key", 0 AS "rows" WHERE FALSE`
      : `SELECT name AS "key", COUNT(*) AS "rows" FROM ${source} CROSS JOIN UNNEST(MAP_KEYS(${map(container)})) AS keys (name) GROUP BY name`,
}
