import {
  addDecimals,
  type ChargeGroup,
  type ChargesView,
  type Condition,
  type Decimal,
  type Dialect,
  type ExportColumn,
  type GroupQuery,
  groupSql,
  readDecimal,
  tableSql,
  viewSql,
  writeDecimal,
} from '../core/index.ts'
import { BillError, type OpenBill } from './open-bill.ts'

/** One row of an answer: text, or null where it is missing. */
export type RemoteRow = readonly (string | null)[]

/** An engine that is asked over the network, by the bill's owner, with their own credentials. */
export interface RemoteEngine {
  readonly title: string
  readonly dialect: Dialect
  /** The rows as they come; throws a `BillError` where the engine says no or stops in the middle. */
  rows(sql: string): AsyncIterable<RemoteRow>
  columns(table: string): Promise<readonly ExportColumn[]>
}

/** A table of an engine as a bill. Every answer is held against a control total: what is short is an error. */
export async function openRemoteBill(table: string, engine: RemoteEngine): Promise<OpenBill> {
  const { dialect } = engine
  const source = tableSql(table, dialect)
  const columns = await engine.columns(source)
  return {
    engine: engine.title,
    columns,
    async tagKeys(container) {
      const keys = []
      for await (const [key, rows] of engine.rows(dialect.tagKeys(container, source)))
        if (key !== null && key !== undefined) keys.push({ container, key, rows: Number(rows) })
      return keys
    },
    async groups(view, queries) {
      const answers: ChargeGroup[][] = []
      for (const query of queries) answers.push(await checkedGroups(engine, view, source, query))
      return answers
    },
    close: () => {},
  }
}

/**
 * A server that leaves out a shard answers with less and no warning. So the groups must add up to what the same charges
 * come to in one row, asked before and after: an answer that is short, or that changed meanwhile, is an error.
 */
async function checkedGroups(
  engine: RemoteEngine,
  view: ChargesView,
  source: string,
  query: GroupQuery,
): Promise<ChargeGroup[]> {
  const before = await groupsOf(engine, view, source, { by: [], where: days(query.where), top: undefined })
  const groups = await groupsOf(engine, view, source, query)
  const after = await groupsOf(engine, view, source, { by: [], where: query.where, top: undefined })
  const isWhole = query.where.every(({ kind }) => kind === 'days')
  if (isWhole) agree(engine, before, after)
  if (!query.top) agree(engine, after, groups)
  else atMost(engine, after, groups)
  return groups
}

const days = (where: readonly Condition[]): readonly Condition[] =>
  where.filter(({ kind }) => kind === 'days')

interface Total {
  readonly rows: number
  readonly billed: Decimal
  readonly effective: Decimal
}

const totalOf = (groups: readonly ChargeGroup[]): Total =>
  groups.reduce<Total>(
    (total, group) => ({
      rows: total.rows + group.rows,
      billed: addDecimals(total.billed, group.billed),
      effective: addDecimals(total.effective, group.effective),
    }),
    { rows: 0, billed: 0n as Decimal, effective: 0n as Decimal },
  )

function agree(
  { title }: RemoteEngine,
  control: readonly ChargeGroup[],
  groups: readonly ChargeGroup[],
): void {
  const [expected, found] = [totalOf(control), totalOf(groups)]
  if (
    expected.rows === found.rows &&
    expected.billed === found.billed &&
    expected.effective === found.effective
  )
    return
  throw new BillError(
    `${title} answered for ${totalText(found)} where its control total is ${totalText(expected)}: part of the bill is missing, or it changed meanwhile. nothing is reported from it`,
  )
}

function atMost(
  { title }: RemoteEngine,
  control: readonly ChargeGroup[],
  groups: readonly ChargeGroup[],
): void {
  const [expected, found] = [totalOf(control), totalOf(groups)]
  if (found.rows > expected.rows)
    throw new BillError(
      `${title} answered for ${found.rows} charges of ${expected.rows}: the bill changed meanwhile. nothing is reported from it`,
    )
}

const totalText = ({ rows, billed }: Total) => `${rows} charges of ${writeDecimal(billed)}`

async function groupsOf(
  engine: RemoteEngine,
  view: ChargesView,
  source: string,
  query: GroupQuery,
): Promise<ChargeGroup[]> {
  const { dialect } = engine
  const charges = `(${viewSql(view, source, dialect)}) AS charges`
  const groups: ChargeGroup[] = []
  for await (const row of engine.rows(groupSql(query, charges, dialect))) {
    const [billed, effective, quantity, rows, ...rest] = row.slice(query.by.length)
    const [unreadableBilled, unreadableEffective, firstDay, lastDay] = rest
    groups.push({
      by: Object.fromEntries(
        query.by.flatMap((name, at) => (row[at] === null || row[at] === undefined ? [] : [[name, row[at]]])),
      ),
      billed: amount(engine, billed),
      effective: amount(engine, effective),
      quantity: amount(engine, quantity),
      rows: Number(rows),
      unreadable: { billed: Number(unreadableBilled ?? 0), effective: Number(unreadableEffective ?? 0) },
      firstDay: firstDay ?? undefined,
      lastDay: lastDay ?? undefined,
    })
  }
  return groups
}

function amount({ title }: RemoteEngine, text: string | null | undefined): Decimal {
  const read = readDecimal(text ?? '0')
  if (read === undefined) throw new BillError(`${title} answered "${text}" where a sum is expected`)
  return read
}
