import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { clickhouseEngine } from '../../bills/clickhouse.ts'
import { loadDuckDb } from '../../bills/duckdb-bill.ts'
import { readBill } from '../../bills/read-bill.ts'
import { openRemoteBill, type RemoteEngine, type RemoteRow } from '../../bills/remote-bill.ts'
import { trinoEngine } from '../../bills/trino.ts'
import { chargesView } from '../../core/billing/charges-view.ts'
import { columnsOf, costRowsQuery, duckdb, findConfig, memoryTree, untaggedQuery } from '../../core/index.ts'

const FILE = fileURLToPath(new URL('../billing/formats/fixtures/focus.csv', import.meta.url))
const { config } = findConfig(memoryTree({}), '')
const DAYS = { from: '2000-01-01', until: '2100-01-01' }
const QUERIES = [costRowsQuery(DAYS), costRowsQuery(undefined), untaggedQuery(DAYS, 'billed', 5)]

/** A server that has the bill in DuckDB, and of whose answers some rows may be lost on the way. */
async function engineOver(file: string, kept: (sql: string, rows: RemoteRow[]) => RemoteRow[]) {
  const api = await loadDuckDb()
  assert.ok(api)
  const connection = await (await api.DuckDBInstance.create(':memory:')).connect()
  await connection.run(
    `CREATE TABLE bill AS SELECT * FROM read_csv(${duckdb.text(file)}, all_varchar = true)`,
  )
  const rowsOf = async (sql: string) =>
    (await connection.runAndReadAll(sql))
      .getRows()
      .map((row) => row.map((value) => (value === null ? null : String(value))))
  const engine: RemoteEngine = {
    title: 'A cluster',
    dialect: duckdb,
    async *rows(sql) {
      yield* kept(sql, await rowsOf(sql))
    },
    columns: async () =>
      (await rowsOf("SELECT column_name FROM information_schema.columns WHERE table_name = 'bill'")).map(
        ([name]) => ({ name: name! }),
      ),
  }
  return engine
}

async function answersOf(engine: RemoteEngine) {
  const local = await readBill([FILE], config, 'stream')
  const remote = await openRemoteBill('bill', engine)
  const view = chargesView(local.format, columnsOf(remote.columns), local.bindings, config)
  try {
    return { expected: await local.groups(QUERIES), found: await remote.groups(view, QUERIES) }
  } finally {
    local.close()
  }
}

const sorted = (groups: readonly unknown[]) =>
  groups
    .map((group) => JSON.stringify(group, (_, value) => (typeof value === 'bigint' ? `${value}` : value)))
    .sort()

describe('a bill that lies in a cluster', () => {
  it('is answered as the file of it is', async () => {
    const { expected, found } = await answersOf(await engineOver(FILE, (_, rows) => rows))
    assert.deepEqual(found.map(sorted), expected.map(sorted))
  })

  it('and a short answer is an error, though the server says nothing', async () => {
    const lossy = await engineOver(FILE, (sql, rows) => (sql.includes('GROUP BY') ? rows.slice(1) : rows))
    await assert.rejects(answersOf(lossy), {
      message:
        /^A cluster answered for \d+ charges of [\d.-]+ where its control total is \d+ charges of [\d.-]+: part of the bill is missing/,
    })
  })

  it('and so is a sum that is not a number', async () => {
    const odd = await engineOver(FILE, (_, rows) => rows.map((row) => row.map(() => 'NaN')))
    await assert.rejects(answersOf(odd), { message: 'A cluster answered "NaN" where a sum is expected' })
  })
})

/** A server of our own on this machine, until it has answered. */
async function withServer<T>(
  answer: (request: IncomingMessage, response: ServerResponse, port: number) => void,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) =>
    answer(request, response, (server.address() as AddressInfo).port),
  )
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

async function rowsOf(engine: RemoteEngine): Promise<readonly RemoteRow[]> {
  const rows = []
  for await (const row of engine.rows('SELECT 1')) rows.push(row)
  return rows
}

const json = (response: ServerResponse, value: unknown) =>
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(value))

describe("Trino's protocol", () => {
  it('is followed page by page, at the server that was asked, after it was busy', async () => {
    const asked: string[] = []
    const rows = await withServer(
      (request, response) => {
        asked.push(`${request.method} ${request.url}`)
        if (asked.length === 2) return response.writeHead(503).end()
        const next = 'http://elsewhere.example/v1/statement/2'
        if (request.method === 'POST') return json(response, { id: 'q', nextUri: next })
        json(response, {
          id: 'q',
          data: [
            ['1.0000000001', null],
            ['2', 'x'],
          ],
        })
      },
      (url) => rowsOf(trinoEngine({ TRINO_URL: url })),
    )
    assert.deepEqual(rows, [
      ['1.0000000001', null],
      ['2', 'x'],
    ])
    assert.deepEqual(asked, ['POST /v1/statement', 'GET /v1/statement/2', 'GET /v1/statement/2'])
  })

  it('rows before a failure are no answer', async () => {
    const failing = withServer(
      (request, response, port) =>
        request.method === 'POST'
          ? json(response, { id: 'q', data: [['1']], nextUri: `http://127.0.0.1:${port}/v1/statement/2` })
          : json(response, {
              id: 'q',
              error: { message: 'Worker is gone', errorName: 'NO_NODES_AVAILABLE' },
            }),
      (url) => rowsOf(trinoEngine({ TRINO_URL: url })),
    )
    await assert.rejects(failing, { message: 'Trino: Worker is gone (NO_NODES_AVAILABLE)' })
  })

  it('no password goes over plain HTTP', () => {
    assert.throws(() => trinoEngine({ TRINO_URL: 'http://trino.example', TRINO_PASSWORD: 'p' }), {
      message: 'TRINO_URL is not https: a password or token is sent over nothing else',
    })
    assert.throws(() => trinoEngine({}), { message: /^TRINO_URL is not set/ })
  })
})

describe("ClickHouse's HTTP interface", () => {
  it('numbers keep their digits, and texts that look like numbers stay texts', async () => {
    const rows = await withServer(
      (_, response) => response.end('["a 1, \\"2\\"",12345678901234567.1234567891,null]\n[null,-1e-7,"3"]\n'),
      (url) => rowsOf(clickhouseEngine({ CLICKHOUSE_URL: url })),
    )
    assert.deepEqual(rows, [
      ['a 1, "2"', '12345678901234567.1234567891', null],
      [null, '-1e-7', '3'],
    ])
  })

  it('an error in the middle of the rows is an error', async () => {
    const failing = withServer(
      (_, response) => response.end('["a","1"]\nCode: 279. DB::Exception: All connection tries failed\n'),
      (url) => rowsOf(clickhouseEngine({ CLICKHOUSE_URL: url })),
    )
    await assert.rejects(failing, {
      message: 'ClickHouse: Code: 279. DB::Exception: All connection tries failed',
    })
  })

  it('no server, no answer', async () => {
    const url = await withServer(
      (_, response) => response.end(),
      async (gone) => gone,
    )
    await assert.rejects(rowsOf(clickhouseEngine({ CLICKHOUSE_URL: url })), {
      message: `${url} does not answer: ECONNREFUSED`,
    })
    assert.throws(() => clickhouseEngine({ CLICKHOUSE_URL: 'http://db.example', CLICKHOUSE_PASSWORD: 'p' }), {
      message: 'CLICKHOUSE_URL is not https: a password is sent over nothing else',
    })
  })
})
