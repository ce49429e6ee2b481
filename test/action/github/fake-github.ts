import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { ANSWERS, type Answer, pageSize } from './answers.ts'
import { findOperation, type Operation } from './description.ts'
import { exampleOf } from './example-of.ts'
import type { Fault, GitHubState } from './state.ts'

/** GitHub's API on this machine. It keeps state, and every request and every answer is held to GitHub's description. */
export interface FakeGitHub {
  readonly url: string
  readonly state: GitHubState
  readonly calls: readonly LoggedCall[]
  /** What did not follow the description, or asked for what is not there. A test fails if there is any. */
  readonly violations: readonly string[]
  close(): Promise<void>
}

export interface LoggedCall {
  readonly operation: string
  readonly path: string
  readonly status: number
  /** Milliseconds since the server started. */
  readonly at: number
}

/** Where GitHub Enterprise Server has its API. */
const ENTERPRISE = /^\/api\/v3(?=\/)/

export const isWrite = ({ operation, status }: LoggedCall): boolean =>
  /create|update|delete/.test(operation) && status < 300

export async function startFakeGitHub(state: GitHubState): Promise<FakeGitHub> {
  const calls: LoggedCall[] = []
  const violations: string[] = []
  const started = performance.now()
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      violations.push(`the fake failed: ${error instanceof Error ? error.stack : String(error)}`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request)
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const operation = findOperation(request.method ?? '', pathname.replace(ENTERPRISE, ''))
    if (!operation) {
      violations.push(`${request.method} ${pathname} is no operation that the Action may call`)
      return send(response, { status: 404, body: { message: 'Not Found' } })
    }
    const fault = nextFault(state.faults, operation.id)
    if (fault?.kind === 'slow') await delay(fault.milliseconds)
    if (fault?.kind === 'held') {
      const { operation: awaited, calls: number } = fault.until!
      while (calls.filter((call) => call.operation === awaited).length < number) await delay(10)
    }
    const log = (status: number): void => {
      calls.push({ operation: operation.id, path: pathname, status, at: performance.now() - started })
    }
    if (fault?.kind === 'cut') {
      log(0)
      response.destroy()
      return
    }
    if (fault?.kind === 'status') {
      log(fault.status ?? 500)
      const body = { message: fault.message ?? 'Server Error' }
      return send(response, { status: fault.status ?? 500, body }, fault.headers)
    }
    const query = Object.fromEntries(searchParams)
    const answer = answerTo(operation, request, query, text)
    log(answer.status)
    send(response, answer, link(answer, new URL(request.url ?? '/', url), query))
  }

  function answerTo(
    operation: Operation,
    request: IncomingMessage,
    query: Record<string, string>,
    text: string,
  ): Answer {
    const { id, parameters } = operation
    const account =
      state.tokens[/^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '']
    if (!account) {
      violations.push(`${id}: the token is not one of GitHub's: ${request.headers.authorization ?? 'none'}`)
      return { status: 401, body: { message: 'Bad credentials' } }
    }
    const body = text === '' ? undefined : (JSON.parse(text) as unknown)
    const wrong = operation.wrongRequest(query, body)
    violations.push(...wrong.map((what) => `${id}, request: ${what}`))
    if (wrong.length > 0) return { status: 422, body: { message: wrong.join('; ') } }
    if (parameters.owner !== state.owner || parameters.repo !== state.repo)
      return { status: 404, body: { message: 'Not Found' } }
    const answer = ANSWERS[id]!({ state, parameters, query, body, account, url })
    if (answer.status >= 300 || answer.body === undefined) return answer
    const full = exampleOf(operation.answerSchema(answer.status), answer.body)
    violations.push(...operation.wrongAnswer(answer.status, full).map((what) => `${id}, answer: ${what}`))
    return { ...answer, body: full }
  }

  return {
    url,
    state,
    calls,
    violations,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function nextFault(faults: readonly Fault[], operation: string): Fault | undefined {
  const fault = faults.find((candidate) => candidate.operation === operation && candidate.times > 0)
  if (fault) fault.times--
  return fault
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function link({ total }: Answer, url: URL, query: Record<string, string>): Record<string, string> {
  if (total === undefined) return {}
  const page = Number(query.page ?? 1)
  const last = Math.ceil(total / pageSize(query))
  if (page >= last) return {}
  const to = (number: number, rel: string): string => {
    url.searchParams.set('page', String(number))
    return `<${url.href}>; rel="${rel}"`
  }
  return { link: `${to(page + 1, 'next')}, ${to(last, 'last')}` }
}

function send(
  response: ServerResponse,
  { status, body }: Answer,
  headers: Readonly<Record<string, string>> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
