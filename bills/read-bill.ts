import { realpathSync } from 'node:fs'
import {
  BILL_FORMATS,
  type BillFormat,
  bindTags,
  type ChargeGroup,
  type ChargesView,
  type ChargesViewRules,
  chargesView,
  columnsOf,
  formatOf,
  type GroupQuery,
  type TagBindings,
} from '../core/index.ts'
import { mustBeReadable, mustBeWhole } from './check-file.ts'
import { clickhouseEngine } from './clickhouse.ts'
import { loadDuckDb, openDuckDbBill } from './duckdb-bill.ts'
import { isJsonDocument } from './json-rows.ts'
import { BillError, type OpenBill } from './open-bill.ts'
import { openRemoteBill } from './remote-bill.ts'
import { isJson, openStreamBill } from './stream-bill.ts'
import { trinoEngine } from './trino.ts'

/** What reads files. */
export const ENGINES = ['duckdb', 'stream'] as const
/** What reads tables where they lie, over the network. */
export const REMOTE_ENGINES = ['trino', 'clickhouse'] as const
export type Engine = (typeof ENGINES)[number] | (typeof REMOTE_ENGINES)[number]

/** A bill whose format is known and whose tags are understood: ready to be asked. */
export interface ReadableBill {
  readonly engine: string
  readonly format: BillFormat
  readonly bindings: TagBindings
  readonly view: ChargesView
  readonly notes: readonly string[]
  groups(queries: readonly GroupQuery[]): Promise<readonly (readonly ChargeGroup[])[]>
  close(): void
}

/** Opens the files as one bill. Without an engine named, DuckDB where it is installed, in so much `memory`: `2GB`. */
export async function readBill(
  files: readonly string[],
  rules: ChargesViewRules,
  engine: Engine | undefined,
  memory?: string,
): Promise<ReadableBill> {
  return bindColumns(await openWith(files, engine, memory), files.join(', '), rules)
}

/** Tells the format of an opened bill by its columns, and which keys are whose. Closes it where that fails. */
export async function bindColumns(
  bill: OpenBill,
  name: string,
  rules: ChargesViewRules,
): Promise<ReadableBill> {
  try {
    const columns = columnsOf(bill.columns)
    const format = formatOf(columns)
    if (!format)
      throw new BillError(
        `${name}: its columns are those of no format that is known: ${shown(columns.all.map((each) => each.name))}. expected ${BILL_FORMATS.map(
          ({ title, knownBy }) => `${title} (${knownBy[0]!.join(', ')})`,
        ).join(' or ')}`,
      )
    const containers = format.tags(columns)
    const keys = (await Promise.all(containers.map((each) => bill.tagKeys(each)))).flat()
    const bindings = bindTags(keys, rules.schema, format.keyPrefixes)
    const view = chargesView(format, columns, bindings, rules)
    return {
      engine: bill.engine,
      format,
      bindings,
      view,
      notes: format.notes?.(columns) ?? [],
      groups: (queries) => bill.groups(view, queries),
      close: bill.close,
    }
  } catch (error) {
    bill.close()
    throw error
  }
}

const SHOWN = 5
const SHOWN_LENGTH = 40

const shown = (names: readonly string[]): string =>
  names
    .slice(0, SHOWN)
    .map((name) => name.slice(0, SHOWN_LENGTH))
    .join(', ') + (names.length > SHOWN ? `, and ${names.length - SHOWN} more` : '')

async function openWith(
  files: readonly string[],
  engine: Engine | undefined,
  memory: string | undefined,
): Promise<OpenBill> {
  if (files.length === 0) throw new BillError('no bill is named. expected files of a billing export')
  if (engine === 'trino' || engine === 'clickhouse') {
    const [table, ...others] = files
    if (others.length > 0) throw new BillError(`${engine} reads one table. found ${files.join(', ')}`)
    return openRemoteBill(
      table!,
      engine === 'trino' ? trinoEngine(process.env) : clickhouseEngine(process.env),
    )
  }
  for (const file of files) mustBeReadable(file)
  mustBeNamedOnce(files)
  const parquet = files.find((file) => /\.parquet$/i.test(file))
  if (engine === 'stream' && parquet !== undefined)
    throw new BillError(`${parquet}: only DuckDB reads Parquet. expected --engine duckdb`)
  if (engine === 'stream' || (await Promise.all(files.map(isDocument))).includes(true))
    return openStreamBill(files)
  const duckdb = await loadDuckDb()
  if (duckdb) {
    for (const file of files) await mustBeWhole(file)
    return openDuckDbBill(files, duckdb, memory)
  }
  const other = files.find((file) => !isJson(file) && !/\.csv(?:\.gz)?$/i.test(file))
  if (engine === undefined && other === undefined) return openStreamBill(files)
  throw new BillError(
    `${other === undefined ? 'the engine DuckDB is not installed' : `${other}: only DuckDB reads it, and that is not installed`}. expected it beside Ascribe: npm install @duckdb/node-api`,
  )
}

/** One JSON document, such as OpenCost's, is no table: DuckDB would take it for one row. */
const isDocument = async (file: string): Promise<boolean> => isJson(file) && isJsonDocument(file)

/** A pattern and a name beside it would count the money of a file twice. */
function mustBeNamedOnce(files: readonly string[]): void {
  const seen = new Set<string>()
  for (const file of files) {
    const place = realpathSync(file)
    if (seen.has(place)) throw new BillError(`${file}: it is named twice, and would count twice`)
    seen.add(place)
  }
}
