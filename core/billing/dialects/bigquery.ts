import { SCALE } from '../decimal.ts'
import type { TagContainer } from '../expression.ts'
import type { Dialect } from './dialect.ts'
import { backslashed, fields, likePattern } from './quoting.ts'

const identifier = backslashed('`')
const text = backslashed("'")
const path = fields(identifier)

const BLANKS = `' \\t\\r\\n'`
/** NUMERIC has nine digits after the point. */
const decimal = (sql: string): string => `ROUND(SAFE_CAST(${sql} AS BIGNUMERIC), ${SCALE})`

const json = ({ column, form }: TagContainer): string => {
  const raw = path(column)
  return `SAFE.PARSE_JSON(${form === 'bare-json' ? `CONCAT('{', TRIM(${raw}, '{} '), '}')` : raw})`
}

/** @see https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical */
export const bigquery: Dialect = {
  id: 'bigquery',
  title: 'BigQuery',
  identifier,
  text,
  missing: 'CAST(NULL AS STRING)',
  cell: (name) => `CAST(${path(name)} AS STRING)`,
  trimmed: (sql) => `TRIM(${sql}, ${BLANKS})`,
  matches: (sql, pattern) => `${sql} LIKE ${text(likePattern(pattern))}`,
  monthFirstDay: (sql) => `FORMAT_DATE('%Y-%m-%d', SAFE.PARSE_DATE('%m/%d/%Y', ${sql}))`,
  // A scalar subquery: joined with UNNEST, a row would count once for each entry.
  listSum: (column, field) =>
    `(SELECT SUM(${decimal(`CAST(entry.${identifier(field)} AS STRING)`)}) FROM UNNEST(${path(column)}) AS entry)`,
  decimal,
  tag: (container, key) => {
    switch (container.form) {
      case 'map':
      case 'labels':
        return `(SELECT CAST(label.value AS STRING) FROM UNNEST(${path(container.column)}) AS label WHERE label.key = ${text(key)} LIMIT 1)`
      case 'columns':
        return `CAST(${identifier(container.column + key)} AS STRING)`
      case 'json':
      case 'bare-json': {
        const value = `${json(container)}[${text(key)}]`
        return `COALESCE(JSON_VALUE(${value}), TO_JSON_STRING(${value}))`
      }
    }
  },
  tagKeys: (container, source) => {
    const column = path(container.column)
    const names = `(SELECT label.key FROM UNNEST(${column}) AS label)`
    const keys = {
      map: `ARRAY${names}`,
      labels: `ARRAY${names}`,
      json: `JSON_KEYS(${json(container)}, 1)`,
      'bare-json': `JSON_KEYS(${json(container)}, 1)`,
      columns: 'CAST([] AS ARRAY<STRING>)',
    }[container.form]
    return (
      'SELECT name AS `key`, COUNT(*) AS `rows` FROM ' + source + `, UNNEST(${keys}) AS name GROUP BY name`
    )
  },
}
