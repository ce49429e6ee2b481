import { SCALE } from '../decimal.ts'
import type { TagContainer } from '../expression.ts'
import type { Dialect } from './dialect.ts'
import { backslashed, fields, likePattern } from './quoting.ts'

const identifier = backslashed('`')
const text = backslashed("'")
const path = fields(identifier)

const asText = (sql: string): string => `CAST(${sql} AS Nullable(String))`
const decimal = (sql: string): string => `toDecimal128OrNull(toString(${sql}), ${SCALE})`

const json = ({ column, form }: TagContainer): string => {
  const raw = `ifNull(${asText(path(column))}, '')`
  return form === 'bare-json'
    ? `concat('{', replaceRegexpAll(${raw}, ${text('^[{} ]+|[{} ]+$')}, ''), '}')`
    : raw
}

/** A key that is not there gives an empty text, which `NULLIF` around it makes missing. @see https://clickhouse.com/docs/sql-reference/syntax */
export const clickhouse: Dialect = {
  id: 'clickhouse',
  title: 'ClickHouse',
  identifier,
  text,
  missing: 'CAST(NULL AS Nullable(String))',
  cell: (name) => asText(path(name)),
  trimmed: (sql) => `replaceRegexpAll(${sql}, ${text('^[ \\t\\r\\n]+|[ \\t\\r\\n]+$')}, '')`,
  matches: (sql, pattern) => `${sql} LIKE ${text(likePattern(pattern))}`,
  monthFirstDay: (sql) =>
    `if(match(ifNull(${sql}, ''), ${text('^[0-9]{2}/[0-9]{2}/[0-9]{4}$')}), concat(substring(${sql}, 7, 4), '-', substring(${sql}, 1, 2), '-', substring(${sql}, 4, 2)), NULL)`,
  listSum: (column, field) =>
    `arraySum(entry -> ifNull(${decimal(`tupleElement(entry, ${text(field)})`)}, 0), ${path(column)})`,
  decimal,
  tag: (container, key) => {
    const name = text(key)
    switch (container.form) {
      case 'map':
        return asText(`${path(container.column)}[${name}]`)
      case 'labels':
        return asText(
          `tupleElement(arrayFirst(label -> tupleElement(label, 'key') = ${name}, ${path(container.column)}), 'value')`,
        )
      case 'columns':
        return asText(identifier(container.column + key))
      case 'json':
      case 'bare-json': {
        const object = json(container)
        const type = `JSONType(${object}, ${name})`
        return `multiIf(${type} = 'String', ${asText(`JSONExtractString(${object}, ${name})`)}, ${type} = 'Null', NULL, ${asText(`JSONExtractRaw(${object}, ${name})`)})`
      }
    }
  },
  tagKeys: (container, source) => {
    const column = path(container.column)
    const keys = {
      map: `mapKeys(${column})`,
      labels: `arrayMap(label -> tupleElement(label, 'key'), ${column})`,
      json: `JSONExtractKeys(${json(container)})`,
      'bare-json': `JSONExtractKeys(${json(container)})`,
      columns: `emptyArrayString()`,
    }[container.form]
    return (
      'SELECT name AS `key`, count() AS `rows` FROM (SELECT arrayJoin(' +
      keys +
      `) AS name FROM ${source}) GROUP BY name`
    )
  },
  // Sums have the names of what they add up; and without all shards there is no answer.
  settings: 'SETTINGS prefer_column_name_to_alias = 1, skip_unavailable_shards = 0',
}
