import { type ExportColumn, trino } from '../core/index.ts'
import { BillError } from './open-bill.ts'
import type { RemoteEngine, RemoteRow } from './remote-bill.ts'
import { isRepeatable, type Request, request } from './request.ts'

/** Where Trino is and who asks: TRINO_URL, TRINO_USER, TRINO_PASSWORD or TRINO_ACCESS_TOKEN, TRINO_CATALOG, TRINO_SCHEMA. */
export function trinoEngine(env: NodeJS.ProcessEnv): RemoteEngine {
  const {
    TRINO_URL: url,
    TRINO_USER: user = 'ascribe',
    TRINO_PASSWORD: password,
    TRINO_ACCESS_TOKEN: token,
  } = env
  if (url === undefined || url === '')
    throw new BillError('TRINO_URL is not set. expected where Trino is, e.g. https://trino.example.com:8443')
  const start = new URL('/v1/statement', url)
  if ((password !== undefined || token !== undefined) && start.protocol !== 'https:')
    throw new BillError('TRINO_URL is not https: a password or token is sent over nothing else')
  const secret =
    token !== undefined
      ? `Bearer ${token}`
      : password !== undefined
        ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
        : undefined
  const headers: Record<string, string> = {
    'X-Trino-User': user,
    'X-Trino-Source': 'ascribe',
    'X-Trino-Time-Zone': 'UTC',
    ...(env.TRINO_CATALOG && { 'X-Trino-Catalog': env.TRINO_CATALOG }),
    ...(env.TRINO_SCHEMA && { 'X-Trino-Schema': env.TRINO_SCHEMA }),
    ...(secret !== undefined && { Authorization: secret }),
  }
  const pages = (sql: string) => pagesOf(start, headers, sql)
  return {
    title: 'Trino',
    dialect: trino,
    async *rows(sql) {
      for await (const { data = [] } of pages(sql)) yield* data.map(asRow)
    },
    async columns(table) {
      let columns: readonly TrinoColumn[] = []
      for await (const page of pages(`SELECT * FROM ${table} LIMIT 0`)) columns = page.columns ?? columns
      return columns.flatMap(({ name, typeSignature }) => columnsOfType(name, typeSignature))
    },
  }
}

/** @see https://trino.io/docs/current/develop/client-protocol.html */
interface Page {
  readonly id: string
  readonly nextUri?: string
  readonly columns?: readonly TrinoColumn[]
  readonly data?: readonly (readonly unknown[])[]
  readonly error?: { readonly message: string; readonly errorName: string }
}

interface TrinoColumn {
  readonly name: string
  readonly typeSignature: TrinoType
}

interface TrinoType {
  readonly rawType: string
  readonly arguments?: readonly { readonly kind: string; readonly value: unknown }[]
}

/** Pages until there is no further one. A query that fails does so in a page, whose rows before it are then no answer. */
async function* pagesOf(start: URL, headers: Record<string, string>, sql: string): AsyncGenerator<Page> {
  let next: URL | undefined
  try {
    let page = await pageAt({ url: start, method: 'POST', headers, body: sql })
    for (;;) {
      if (page.error) throw new BillError(`Trino: ${page.error.message} (${page.error.errorName})`)
      // Only the coordinator that was asked is asked again, whatever a page says.
      next = page.nextUri === undefined ? undefined : new URL(new URL(page.nextUri).pathname, start)
      yield page
      if (!next) return
      page = await pageAt({ url: next, method: 'GET', headers })
    }
  } finally {
    // Whoever stops reading stops the query.
    if (next) await request({ url: next, method: 'DELETE', headers }).catch(() => {})
  }
}

const WAITS = [100, 300, 1000, 3000]

async function pageAt(asked: Request): Promise<Page> {
  for (let attempt = 0; ; attempt++) {
    const response = await request(asked)
    if (response.ok) return (await response.json()) as Page
    const wait = WAITS[attempt]
    if (!isRepeatable(response.status) || wait === undefined)
      throw new BillError(`Trino answered ${response.status}: ${(await response.text()).slice(0, 300)}`)
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

const asRow = (row: readonly unknown[]): RemoteRow =>
  row.map((value) => (value === null || value === undefined ? null : String(value)))

function columnsOfType(name: string, type: TrinoType): readonly ExportColumn[] {
  const inner = (type.arguments ?? []).map(({ value }) => value)
  if (type.rawType === 'map') return [{ name, form: 'map' }]
  if (type.rawType === 'array' && (inner[0] as TrinoType | undefined)?.rawType === 'row')
    return [{ name, form: 'labels' }]
  if (type.rawType !== 'row') return [{ name }]
  return (inner as readonly { fieldName?: { name: string }; typeSignature: TrinoType }[]).flatMap((field) =>
    field.fieldName ? columnsOfType(`${name}.${field.fieldName.name}`, field.typeSignature) : [],
  )
}
