import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  type BilledKey,
  type ChargeGroup,
  type Decimal,
  type Dialect,
  duckdb,
  type ExportColumn,
  type GroupQuery,
  rawGroupsSql,
  type TagContainer,
} from '../core/index.ts'
import { csvRows } from './csv-rows.ts'
import { BillError, type OpenBill } from './open-bill.ts'

type DuckDB = typeof import('@duckdb/node-api')
type Connection = Awaited<ReturnType<Awaited<ReturnType<DuckDB['DuckDBInstance']['create']>>['connect']>>
type ColumnType = ReturnType<Awaited<ReturnType<Connection['runAndReadAll']>>['columnTypes']>[number]

/**
 * DuckDB, if it is installed beside Ascribe, or in the folder that ASCRIBE_DUCKDB names: the Action has no packages beside
 * it. Undefined where it is not.
 */
export async function loadDuckDb(): Promise<DuckDB | undefined> {
  const folder = process.env.ASCRIBE_DUCKDB
  if (folder) return loadFrom(path.resolve(folder))
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}

function loadFrom(folder: string): DuckDB {
  try {
    return createRequire(path.join(folder, 'package.json'))(folder) as DuckDB
  } catch (error) {
    throw new BillError(
      `ASCRIBE_DUCKDB: ${firstLine(error)}. expected the folder of the package, node_modules/@duckdb/node-api`,
    )
  }
}

/** Opens CSV (also gzipped), Parquet or JSON files as one bill; columns are joined by name. */
export async function openDuckDbBill(
  files: readonly string[],
  api: DuckDB,
  memory?: string,
): Promise<OpenBill> {
  const instance = await api.DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const close = () => {
    connection.closeSync()
    instance.closeSync()
  }
  try {
    await confine(connection, files, memory)
    const columns = await openView(connection, files, api)
    const exact = new Set(columns.flatMap(({ name, isExact }) => (isExact ? name : [])))
    const dialect: Dialect = {
      ...duckdb,
      number: (name) => (exact.has(name) ? duckdb.decimal(duckdb.identifier(name)) : undefined),
    }
    return {
      engine: `DuckDB ${api.version().replace(/^v/, '')}`,
      columns,
      tagKeys: (container) =>
        told(files, () =>
          container.form === 'columns'
            ? keysOfColumns(connection, container, columns)
            : keysOf(connection, container),
        ),
      groups: (view, queries) =>
        told(files, async () => {
          const answers: ChargeGroup[][] = []
          for (const query of queries)
            answers.push(await groupsOf(connection, rawGroupsSql(query, view, 'bill', dialect), query))
          return answers
        }),
      close,
    }
  } catch (error) {
    close()
    throw await whyUnreadable(files, error)
  }
}

/**
 * The engine reads these files, and nothing else: no network, no extension, no other path. What does not fit its memory it lays
 * where temporary files lie, in a folder of its own that goes with it: by itself it would take the folder of whoever runs it.
 */
export async function confine(
  connection: Connection,
  files: readonly string[],
  memory?: string,
): Promise<void> {
  const names = files.map((file) => path.resolve(file))
  const allowed = [...new Set([...names, ...names.map(literally)])].map(duckdb.text).join(', ')
  for (const setting of [
    `SET TimeZone = 'UTC'`,
    'SET autoinstall_known_extensions = false',
    'SET autoload_known_extensions = false',
    'SET preserve_insertion_order = false',
    ...(memory === undefined ? [] : [`SET memory_limit = ${duckdb.text(memory)}`]),
    `SET temp_directory = ${duckdb.text(path.join(tmpdir(), `ascribe-bill-${randomUUID()}`))}`,
    `SET allowed_paths = [${allowed}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ])
    await connection.run(setting)
}

function reader(files: readonly string[]): string {
  const list = `[${files.map((file) => duckdb.text(literally(path.resolve(file)))).join(', ')}]`
  const kinds = new Set(files.map(kindOf))
  if (kinds.size > 1) throw new BillError('files of one bill are of one kind. found ' + [...kinds].join(', '))
  switch ([...kinds][0]) {
    case 'parquet':
      return `read_parquet(${list}, union_by_name = true)`
    case 'json':
      return `read_json(${list}, union_by_name = true)`
    default:
      return `read_csv(${list}, all_varchar = true, union_by_name = true, header = true, quote = '"', escape = '"', delim = ',')`
  }
}

/** DuckDB takes names for patterns; each sign of one stands for itself in brackets. */
const literally = (file: string): string => file.replace(/[*?[]/g, '[$&]')

function kindOf(file: string): 'parquet' | 'json' | 'csv' {
  if (/\.parquet$/i.test(file)) return 'parquet'
  return /\.(?:jsonl?|ndjson)(?:\.gz)?$/i.test(file) ? 'json' : 'csv'
}

/** The files as one table whose columns are plain: a field of a struct is a column, `service.description`. */
async function openView(
  connection: Connection,
  files: readonly string[],
  api: DuckDB,
): Promise<readonly Field[]> {
  await connection.run(`CREATE VIEW export AS SELECT * FROM ${reader(files)}`)
  const shape = await connection.runAndReadAll('SELECT * FROM export LIMIT 0')
  const types = shape.columnTypes()
  const columns = shape.columnNames().flatMap((name, at) => fieldsOf([name], types[at]!, api))
  const fields = columns.filter(({ path }) => path.length > 1)
  const selected = fields.map(
    ({ path, name }) => `, ${path.map(duckdb.identifier).join('.')} AS ${duckdb.identifier(name)}`,
  )
  await connection.run(`CREATE VIEW bill AS SELECT *${selected.join('')} FROM export`)
  return columns
}

interface Field extends ExportColumn {
  readonly path: readonly string[]
  /** Whether it holds numbers that are what they say: floats are read by their digits. */
  readonly isExact: boolean
}

function fieldsOf(path: readonly string[], type: ColumnType, api: DuckDB): readonly Field[] {
  const field = { name: path.join('.'), path, isExact: type instanceof api.DuckDBDecimalType }
  if (type instanceof api.DuckDBMapType) return [{ ...field, form: 'map' }]
  if (type instanceof api.DuckDBListType && type.valueType instanceof api.DuckDBStructType) {
    const fields = type.valueType.entryNames
    const isLabels = fields.includes('key') && fields.includes('value')
    return [{ ...field, fields, ...(isLabels && { form: 'labels' }) }]
  }
  if (type instanceof api.DuckDBStructType)
    return type.entryNames.flatMap((name, at) => fieldsOf([...path, name], type.entryTypes[at]!, api))
  return [field]
}

async function keysOf(connection: Connection, container: TagContainer): Promise<readonly BilledKey[]> {
  const answer = await connection.runAndReadAll(duckdb.tagKeys(container, 'bill'))
  return answer.getRows().map(([key, rows]) => ({ container, key: String(key), rows: Number(rows) }))
}

/** Where each key has a column of its own. */
async function keysOfColumns(
  connection: Connection,
  container: TagContainer,
  columns: readonly ExportColumn[],
): Promise<readonly BilledKey[]> {
  const keys = columns.flatMap(({ name }) =>
    name.startsWith(container.column) ? name.slice(container.column.length) : [],
  )
  if (keys.length === 0) return []
  const counts = keys.map((key) => `COUNT(NULLIF(${duckdb.tag(container, key)}, ''))`)
  const answer = await connection.runAndReadAll(`SELECT ${counts.join(', ')} FROM bill`)
  const [row = []] = answer.getRows()
  return keys.flatMap((key, at) => (Number(row[at]) > 0 ? [{ container, key, rows: Number(row[at]) }] : []))
}

async function groupsOf(connection: Connection, sql: string, { by }: GroupQuery): Promise<ChargeGroup[]> {
  const answer = await connection.runAndReadAll(sql)
  const amount = (value: unknown) => BigInt((value as { value: bigint }).value) as Decimal
  return answer.getRows().map((row) => {
    const [billed, effective, quantity, rows, ...rest] = row.slice(by.length)
    const [unreadableBilled, unreadableEffective, firstDay, lastDay] = rest
    return {
      by: Object.fromEntries(by.flatMap((name, at) => (row[at] === null ? [] : [[name, String(row[at])]]))),
      billed: amount(billed),
      effective: amount(effective),
      quantity: amount(quantity),
      rows: Number(rows),
      unreadable: { billed: Number(unreadableBilled ?? 0), effective: Number(unreadableEffective ?? 0) },
      firstDay: firstDay === null ? undefined : String(firstDay),
      lastDay: lastDay === null ? undefined : String(lastDay),
    }
  })
}

async function told<Answer>(files: readonly string[], ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    throw await whyUnreadable(files, error)
  }
}

/** Of CSV that DuckDB cannot read, the streaming reader says which file and line it is: DuckDB says neither of all. */
async function whyUnreadable(files: readonly string[], error: unknown): Promise<Error> {
  if (error instanceof BillError) return error
  if (/CSV|sniffing/.test(firstLine(error)))
    try {
      for (const file of files) for await (const _ of csvRows(file).rows());
    } catch (found) {
      if (found instanceof BillError) return found
    }
  return new BillError(`${files.join(', ')}: ${firstLine(error)}`)
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!
