import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = (response: ServerResponse, request: IncomingMessage) => void

export interface PriceServer {
  readonly url: string
  /** Paths and queries, in the order asked. */
  readonly asked: string[]
  /** The next answers to a path, one each, before the usual one. */
  readonly interrupt: (path: string, ...answers: readonly Answer[]) => void
  close(): Promise<void>
}

/** A provider's price list on this machine: documents in the provider's schema, by path and query. */
export async function priceServer(
  documents: (url: string) => Readonly<Record<string, Answer>>,
): Promise<PriceServer> {
  const asked: string[] = []
  const interruptions = new Map<string, Answer[]>()
  let served: Readonly<Record<string, Answer>> = {}
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    asked.push(path)
    const answer = interruptions.get(path)?.shift() ?? served[path] ?? status(404)
    answer(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  served = documents(url)
  return {
    url,
    asked,
    interrupt: (path, ...answers) => {
      interruptions.set(path, [...answers])
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export const text =
  (body: string): Answer =>
  (response) =>
    response.end(body)

export const json = (body: unknown): Answer => text(JSON.stringify(body))

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('busy')

/** Says how long the answer is, sends half of it, and hangs up. */
export const cut =
  (body: string): Answer =>
  (response) => {
    response.writeHead(200, { 'content-length': String(Buffer.byteLength(body)) })
    response.write(body.slice(0, body.length / 2), () => response.destroy())
  }
