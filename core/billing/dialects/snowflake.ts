import { SCALE } from '../decimal.ts'
import type { TagContainer } from '../expression.ts'
import type { Dialect } from './dialect.ts'
import { backslashed, doubled, fields, likePattern } from './quoting.ts'

const identifier = doubled('"')
const text = backslashed("'")
const path = fields(identifier)

const decimal = (sql: string): string => `TRY_TO_DECIMAL(${sql}, 38, ${SCALE})`

const object = ({ column, form }: TagContainer): string => {
  const raw = path(column)
  if (form === 'json') return `TRY_PARSE_JSON(${raw})`
  return form === 'bare-json' ? `TRY_PARSE_JSON('{' || TRIM(${raw}, '{} ') || '}')` : raw
}

/** @see https://docs.snowflake.com/en/sql-reference/data-types-text */
export const snowflake: Dialect = {
  id: 'snowflake',
  title: 'Snowflake',
  identifier,
  text,
  missing: 'CAST(NULL AS VARCHAR)',
  cell: (name) => `CAST(${path(name)} AS VARCHAR)`,
  trimmed: (sql) => `TRIM(${sql}, ' \\t\\r\\n')`,
  matches: (sql, pattern) => `${sql} LIKE ${text(likePattern(pattern))} ESCAPE '\\\\'`,
  monthFirstDay: (sql) => `TO_VARCHAR(TRY_TO_DATE(${sql}, 'MM/DD/YYYY'), 'YYYY-MM-DD')`,
  listSum: (column, field) =>
    `REDUCE(${path(column)}, 0::DECIMAL(38,${SCALE}), (sum, entry) -> sum + COALESCE(${decimal(`GET(entry, ${text(field)})::VARCHAR`)}, 0))`,
  decimal,
  tag: (container, key) => {
    switch (container.form) {
      case 'columns':
        return `CAST(${identifier(container.column + key)} AS VARCHAR)`
      case 'labels':
        return `CAST(GET(FILTER(${path(container.column)}, label -> GET(label, 'key')::VARCHAR = ${text(key)})[0], 'value') AS VARCHAR)`
      default:
        return `CAST(GET(${object(container)}, ${text(key)}) AS VARCHAR)`
    }
  },
  tagKeys: (container, source) => {
    const keys = {
      map: `MAP_KEYS(${path(container.column)})`,
      labels: `TRANSFORM(${path(container.column)}, label -> GET(label, 'key')::VARCHAR)`,
      json: `OBJECT_KEYS(${object(container)})`,
      'bare-json': `OBJECT_KEYS(${object(container)})`,
      columns: 'ARRAY_CONSTRUCT()',
    }[container.form]
    return `SELECT entry.value::VARCHAR AS "key", COUNT(*) AS "rows" FROM ${source}, LATERAL FLATTEN(INPUT => ${keys}) AS entry GROUP BY 1`
  },
}
