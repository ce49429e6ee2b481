import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { clickhouse, type ExportColumn } from '../core/index.ts'
import { BillError } from './open-bill.ts'
import type { RemoteEngine, RemoteRow } from './remote-bill.ts'
import { request } from './request.ts'

/** Where ClickHouse is and who asks: CLICKHOUSE_URL, or _HOST, _PORT and _SECURE; _USER, _PASSWORD, _DATABASE. */
export function clickhouseEngine(env: NodeJS.ProcessEnv): RemoteEngine {
  const url = urlIn(env)
  const {
    CLICKHOUSE_USER: user = 'default',
    CLICKHOUSE_PASSWORD: password,
    CLICKHOUSE_DATABASE: database,
  } = env
  if (password && url.protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
    throw new BillError('CLICKHOUSE_URL is not https: a password is sent over nothing else')
  const headers = {
    'X-ClickHouse-User': user,
    ...(password && { 'X-ClickHouse-Key': password }),
    ...(database && { 'X-ClickHouse-Database': database }),
  }
  const rows = (sql: string) => rowsOf(url, headers, sql)
  return {
    title: 'ClickHouse',
    dialect: clickhouse,
    rows,
    async columns(table) {
      const columns: ExportColumn[] = []
      for await (const [name, type] of rows(`DESCRIBE TABLE ${table}`))
        if (name !== null && name !== undefined) columns.push(columnOf(name, type ?? ''))
      return columns
    },
  }
}

function urlIn(env: NodeJS.ProcessEnv): URL {
  if (env.CLICKHOUSE_URL) return new URL(env.CLICKHOUSE_URL)
  if (!env.CLICKHOUSE_HOST)
    throw new BillError(
      'CLICKHOUSE_URL is not set. expected where its HTTP interface is, e.g. https://clickhouse.example.com:8443',
    )
  const isSecure = env.CLICKHOUSE_SECURE !== undefined && !['0', 'false', ''].includes(env.CLICKHOUSE_SECURE)
  const port = env.CLICKHOUSE_PORT ?? (isSecure ? '8443' : '8123')
  return new URL(`${isSecure ? 'https' : 'http'}://${env.CLICKHOUSE_HOST}:${port}/`)
}

/**
 * Rows as they come, a line of JSON each. The status is sent before the last row is known: an error in the middle is text
 * in the stream, which is no line of JSON.
 * @see https://clickhouse.com/docs/interfaces/http
 */
async function* rowsOf(url: URL, headers: Record<string, string>, sql: string): AsyncGenerator<RemoteRow> {
  const response = await request({
    url,
    method: 'POST',
    headers: { ...headers, 'X-ClickHouse-Format': 'JSONCompactEachRow' },
    body: sql,
  })
  if (!response.ok) throw new BillError(`ClickHouse: ${(await response.text()).slice(0, 300).trim()}`)
  if (!response.body) return
  const lines = createInterface({ input: Readable.fromWeb(response.body as never), crlfDelay: Infinity })
  try {
    for await (const line of lines) if (line !== '') yield rowIn(line)
  } catch (error) {
    if (error instanceof BillError) throw error
    throw new BillError(`ClickHouse stopped in the middle of its answer: ${(error as Error).message}`)
  }
}

/** Numbers keep their digits: they are read as text, not as floats. */
export function rowIn(line: string): RemoteRow {
  const quoted = line.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  )
  try {
    return JSON.parse(quoted) as RemoteRow
  } catch {
    throw new BillError(`ClickHouse: ${line.slice(0, 300)}`)
  }
}

export function columnOf(name: string, type: string): ExportColumn {
  if (/^Map\(/.test(type)) return { name, form: 'map' }
  return /^(?:Array\(Tuple|Nested)\(/.test(type) ? { name, form: 'labels' } : { name }
}
