import { SCALE } from '../decimal.ts'
import type { TagContainer } from '../expression.ts'
import type { Dialect } from './dialect.ts'
import { backslashed, doubled, fields, likePattern, tryDecimal } from './quoting.ts'

const identifier = doubled('`')
const text = backslashed("'")
const path = fields(identifier)

/** A map, whatever lies in the column: `map['k']` ends the query in ANSI mode where there is no `k`. */
function map({ column, form }: TagContainer): string {
  const raw = path(column)
  switch (form) {
    case 'map':
    case 'columns':
      return raw
    case 'labels':
      return `MAP_FROM_ENTRIES(${raw})`
    case 'json':
      return `FROM_JSON(${raw}, 'MAP<STRING, STRING>')`
    case 'bare-json':
      return `FROM_JSON(CONCAT('{', TRIM(BOTH '{} ' FROM ${raw}), '}'), 'MAP<STRING, STRING>')`
  }
}

/** @see https://spark.apache.org/docs/latest/sql-ref-literals.html */
export const spark: Dialect = {
  id: 'spark',
  title: 'Spark and Databricks',
  identifier,
  text,
  missing: 'CAST(NULL AS STRING)',
  cell: (name) => `CAST(${path(name)} AS STRING)`,
  trimmed: (sql) => `TRIM(BOTH ' \\t\\r\\n' FROM ${sql})`,
  matches: (sql, pattern) => `${sql} LIKE ${text(likePattern(pattern))}`,
  monthFirstDay: (sql) => `DATE_FORMAT(TRY_TO_TIMESTAMP(${sql}, 'MM/dd/yyyy'), 'yyyy-MM-dd')`,
  listSum: (column, field) =>
    `AGGREGATE(${path(column)}, CAST(0 AS DECIMAL(38,${SCALE})), (sum, entry) -> CAST(sum + COALESCE(${tryDecimal(`CAST(entry.${identifier(field)} AS STRING)`)}, 0) AS DECIMAL(38,${SCALE})))`,
  decimal: tryDecimal,
  tag: (container, key) =>
    container.form === 'columns'
      ? `CAST(${identifier(container.column + key)} AS STRING)`
      : `CAST(TRY_ELEMENT_AT(${map(container)}, ${text(key)}) AS STRING)`,
  tagKeys: (container, source) => {
    const keys =
      container.form === 'columns' ? 'CAST(ARRAY() AS ARRAY<STRING>)' : `MAP_KEYS(${map(container)})`
    return (
      'SELECT name AS `key`, COUNT(*) AS `rows` FROM (SELECT EXPLODE(' +
      keys +
      `) AS name FROM ${source}) GROUP BY name`
    )
  },
}
