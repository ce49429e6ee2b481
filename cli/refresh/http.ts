import { setTimeout as pause } from 'node:timers/promises'

export interface Http {
  json(url: string, headers?: Readonly<Record<string, string>>): Promise<unknown>
  /** The lines of a text of any size, without their ends. Fails where the text is cut short. */
  lines(url: string): AsyncGenerator<string>
}

const ATTEMPTS = 6
const TIMEOUT_MS = 60_000
const LONGEST_PAUSE_MS = 60_000
const LONGEST_LINE = 1_000_000
const LARGEST_JSON = 64_000_000
const REPEATED = new Set([408, 425, 429, 500, 502, 503, 504])

/** Asks again after 429, 5xx and broken connections, longer each time, or as long as `Retry-After` says. */
export function http(firstPauseMs = 1_000): Http {
  return {
    async json(url, headers = {}) {
      for (let attempt = 1; ; attempt++) {
        try {
          const response = await get(url, headers, firstPauseMs)
          return JSON.parse(await textOf(response, url))
        } catch (error) {
          if (error instanceof Refused || attempt === ATTEMPTS) throw named(url, error)
          await pause(pauseAfter(attempt, firstPauseMs))
        }
      }
    },
    async *lines(url) {
      // A large file may take long; only silence is a failure.
      const silence = new AbortController()
      const timer = setTimeout(() => silence.abort(new Error('nothing came for a minute')), TIMEOUT_MS)
      try {
        yield* linesOf(await get(url, {}, firstPauseMs, silence.signal), () => timer.refresh())
      } catch (error) {
        throw named(url, error)
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

/** An answer that would be the same if asked again. */
class Refused extends Error {}

async function get(
  url: string,
  headers: Readonly<Record<string, string>>,
  firstPauseMs: number,
  signal?: AbortSignal,
): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const last = attempt === ATTEMPTS
    try {
      const response = await fetch(url, { headers, signal: signal ?? AbortSignal.timeout(TIMEOUT_MS) })
      if (response.ok) return response
      await response.body?.cancel()
      if (!REPEATED.has(response.status)) throw new Refused(`answered ${response.status}`)
      if (last) throw new Refused(`answered ${response.status}, ${ATTEMPTS} times`)
      await pause(retryAfter(response) ?? pauseAfter(attempt, firstPauseMs))
    } catch (error) {
      if (error instanceof Refused) throw error
      if (last) throw new Refused(`${reasonOf(error)}, ${ATTEMPTS} times`)
      await pause(pauseAfter(attempt, firstPauseMs))
    }
  }
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? Math.min(seconds * 1_000, LONGEST_PAUSE_MS) : undefined
}

function pauseAfter(attempt: number, firstPauseMs: number): number {
  return Math.min(firstPauseMs * 2 ** (attempt - 1), LONGEST_PAUSE_MS)
}

async function textOf(response: Response, url: string): Promise<string> {
  const text = await response.text()
  if (text.length > LARGEST_JSON) throw new Refused(`${url} is larger than ${LARGEST_JSON} characters`)
  return text
}

async function* linesOf(response: Response, heard: () => void): AsyncGenerator<string> {
  if (!response.body) return
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of response.body) {
    heard()
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop()!
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
    if (rest.length > LONGEST_LINE) throw new Error(`a line is longer than ${LONGEST_LINE} characters`)
  }
  rest += decoder.decode()
  if (rest !== '') throw new Error(`cut short after "${rest.slice(0, 40)}"`)
}

function named(url: string, error: unknown): Error {
  return new Error(`${url}: ${reasonOf(error)}`)
}

/** `fetch failed` alone says nothing: the cause does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
