import { lookup as resolveName } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Token } from './credentials.ts'
import { FetchFailure } from './fetch-failure.ts'
import type { HostRules } from './host-rules.ts'
import { LIMITS } from './limits.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
  /** Where it came from in the end. */
  readonly url: URL
}

export interface Web {
  /** A success, after redirects and retries. Throws a `FetchFailure`. */
  get(url: URL, options: { readonly maxBytes: number; readonly token?: Token | undefined }): Promise<Answer>
  /** Throws the failure of a host that has not answered before in this run. */
  checkReachable(host: string): void
  giveUp(host: string, failure: FetchFailure): void
}

const BUSY = new Set([429, 500, 502, 503, 504])
const BACKOFF_MILLISECONDS = [500, 1_000, 2_000]
const MOST_PATIENCE_MILLISECONDS = 10_000
/** The connection was there, and broke. */
const BROKEN = /^(?:ECONNRESET|EPIPE|ECONNABORTED|HPE_\w+)$/
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO|SSL|TLS/

export function openWeb(hosts: HostRules): Web {
  const down = new Map<string, FetchFailure>()
  const checkReachable = (host: string): void => {
    const failure = down.get(host)
    if (failure) throw failure
  }
  const giveUp = (host: string, failure: FetchFailure): void => {
    down.set(host, failure)
  }

  async function once(url: URL, maxBytes: number, token: Token | undefined): Promise<Answer> {
    checkReachable(url.host)
    try {
      return await ask(url, hosts, maxBytes, token)
    } catch (error) {
      if (error instanceof FetchFailure) throw error
      const failure = failureOf(url, error as NodeJS.ErrnoException)
      if (!isBroken(failure)) giveUp(url.host, failure)
      throw failure
    }
  }

  async function patiently(url: URL, maxBytes: number, token: Token | undefined): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const wait = BACKOFF_MILLISECONDS[attempt]
      try {
        const answer = await once(url, maxBytes, token)
        if (!BUSY.has(answer.status) || wait === undefined) return answer
        await pause(patience(answer, wait))
      } catch (error) {
        if (isBroken(error) && wait === undefined) giveUp(url.host, error)
        if (!isBroken(error) || wait === undefined) throw error
        await pause(wait)
      }
    }
  }

  return {
    checkReachable,
    giveUp,
    async get(start, { maxBytes, token }) {
      let url = start
      for (let hop = 0; hop <= LIMITS.redirects; hop++) {
        hosts.check(url)
        if (url.protocol !== 'https:') throw new FetchFailure(`${url.host} redirects to ${url.protocol}`)
        const answer = await patiently(url, maxBytes, token)
        const { location } = answer.headers
        if (answer.status < 300 || answer.status >= 400 || location === undefined) return succeeded(answer)
        url = addressIn(location, url)
      }
      throw new FetchFailure(`${start.host} redirects more than ${LIMITS.redirects} times`)
    },
  }
}

/** Asking again may help. */
class BrokenAnswer extends FetchFailure {}

function isBroken(error: unknown): error is BrokenAnswer {
  return error instanceof BrokenAnswer
}

function failureOf({ host }: URL, { code = '', message }: NodeJS.ErrnoException): FetchFailure {
  if (BROKEN.test(code)) return new BrokenAnswer(`${host} breaks off (${code})`, true)
  if (UNTRUSTED.test(code))
    return new FetchFailure(`${host} has no certificate that this machine trusts (${code})`)
  return new FetchFailure(`${host} cannot be reached (${code || message})`, true)
}

/** What a server names as an address. Throws a `FetchFailure` where it is none. */
export function addressIn(text: string, base?: URL): URL {
  try {
    return new URL(text, base)
  } catch {
    throw new FetchFailure(`"${text.slice(0, 200)}" is no address`)
  }
}

/** As long as the host asks for, within bounds; else a little longer each time. */
function patience({ headers }: Answer, usual: number): number {
  const asked = Number(headers['retry-after'])
  return Number.isFinite(asked) ? Math.min(Math.max(asked * 1000, usual), MOST_PATIENCE_MILLISECONDS) : usual
}

function succeeded(answer: Answer): Answer {
  const { status, url } = answer
  if (status >= 200 && status < 300) return answer
  if (status === 401 || status === 403)
    throw new FetchFailure(
      `${url.host} wants credentials (${status}). "terraform login ${url.host}" or TF_TOKEN_${variableOf(url.host)} gives a registry's`,
    )
  if (status === 404 || status === 410)
    throw new FetchFailure(`${url.host} has no ${url.pathname} (${status})`)
  if (status === 429) throw new FetchFailure(`${url.host} is asked too often (429). try again later`)
  throw new FetchFailure(`${url.host} answers with status ${status}`)
}

function variableOf(host: string): string {
  return host.replaceAll('-', '__').replaceAll('.', '_')
}

/** One request, without redirects. The token goes along only to the host that it is for. */
function ask(url: URL, hosts: HostRules, maxBytes: number, token: Token | undefined): Promise<Answer> {
  const address = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(address)) hosts.checkAddress(url.host, address)
  const headers: Record<string, string> = { 'user-agent': 'ascribe', accept: '*/*' }
  if (token?.host === url.host) headers.authorization = `Bearer ${token.secret}`
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, lookup: checkedLookup(url.host, hosts) }, (answer) => {
      const chunks: Buffer[] = []
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > maxBytes)
          asked.destroy(
            new FetchFailure(`${url.host} sends more than ${Math.round(maxBytes / 1024 / 1024)} MiB`),
          )
        else chunks.push(chunk)
      })
      answer.on('error', reject)
      answer.on('end', () => {
        if (!answer.complete)
          reject(Object.assign(new Error('the answer breaks off'), { code: 'ECONNRESET' }))
        else
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
            url,
          })
      })
    })
    const deadline = setTimeout(() => asked.destroy(timedOut()), LIMITS.requestMilliseconds)
    asked.setTimeout(LIMITS.silentMilliseconds, () => asked.destroy(timedOut()))
    asked.on('error', reject)
    asked.on('close', () => clearTimeout(deadline))
    asked.end()
  })
}

function timedOut(): Error {
  return Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })
}

/** Looks a name up, and lets nobody connect before every address it has is allowed. */
function checkedLookup(host: string, hosts: HostRules): LookupFunction {
  return (name, options, callback) => {
    resolveName(name, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      try {
        for (const { address } of addresses) hosts.checkAddress(host, address)
      } catch (refused) {
        return callback(refused as NodeJS.ErrnoException, '', 0)
      }
      const [first] = addresses
      if (options.all) callback(null, addresses)
      else if (first) callback(null, first.address, first.family)
      else callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0)
    })
  }
}
