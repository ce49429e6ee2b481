import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { FetchFailure } from '../fetch-failure.ts'
import type { HostRules } from '../host-rules.ts'
import { LIMITS } from '../limits.ts'
import type { Web } from '../web.ts'
import { type RemoteRefs, refsIn } from './remote-refs.ts'
import { type GitRun, runGit } from './run-git.ts'

/** A repository that answers, and what it has under the names that were asked for. */
export interface Remote {
  readonly url: URL
  /** Where it is now: repositories move. */
  readonly address: string
  /** For git, to reach it at the addresses that were checked. */
  readonly settings: readonly string[]
  readonly refs: RemoteRefs
}

export interface Remotes {
  /** Asks which commits there are, and with that whether the repository may be read. Throws a `FetchFailure`. */
  open(url: URL, ref: string | undefined, folder: string): Promise<Remote>
  /** What git printed; a `FetchFailure` in its words where it failed. */
  expectDone(run: GitRun, url: URL): string
}

export function openRemotes(hosts: HostRules, web: Web): Remotes {
  function expectDone({ status, stdout, stderr }: GitRun, url: URL): string {
    if (status === 0) return stdout
    const isOffline = UNREACHABLE.test(stderr)
    const failure = new FetchFailure(`git says "${sentenceIn(stderr, status)}"`, isOffline)
    if (isOffline) web.giveUp(url.host, failure)
    throw failure
  }

  /** The addresses of the host, checked, and held on to while git speaks with it. */
  async function pinned(url: URL): Promise<readonly string[]> {
    const name = url.hostname.replace(/^\[|\]$/g, '')
    const host = url.protocol === 'ssh:' ? name : url.host
    if (isIP(name)) {
      hosts.checkAddress(host, name)
      return []
    }
    const addresses = await addressesOf(name, url.host)
    for (const address of addresses) hosts.checkAddress(host, address)
    if (url.protocol === 'ssh:') return []
    const list = addresses.map((address) => (isIP(address) === 6 ? `[${address}]` : address)).join(',')
    return [`http.curloptResolve=${name}:${url.port || 443}:${list}`]
  }

  async function addressesOf(name: string, host: string): Promise<readonly string[]> {
    try {
      return (await lookup(name, { all: true })).map(({ address }) => address)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      const failure = new FetchFailure(`${host} cannot be reached (${code})`, true)
      web.giveUp(host, failure)
      throw failure
    }
  }

  /** Where to is asked without credentials, and has to be a host that is allowed. */
  async function redirected(url: URL): Promise<URL> {
    const service = new URL(`${url.href.replace(/\/$/, '')}/info/refs?service=git-upload-pack`)
    const { url: found } = await web.get(service, { maxBytes: LIMITS.answerBytes })
    return new URL(found.href.replace(/\/info\/refs.*$/, ''))
  }

  return {
    expectDone,
    async open(url, ref, folder) {
      expectDone(await runGit(folder, ['init', '--bare', '--quiet', '--template=']), url)
      const patterns = ref === undefined ? ['HEAD'] : [ref, `refs/tags/${ref}^{}`]
      const list = async (at: URL) => {
        const settings = await pinned(at)
        return { settings, run: await runGit(folder, ['ls-remote', '--', at.href, ...patterns], settings) }
      }
      let at = url
      let { settings, run } = await list(at)
      if (run.status !== 0 && REDIRECTED.test(run.stderr)) {
        at = await redirected(url)
        ;({ settings, run } = await list(at))
      }
      return { url, address: at.href, settings, refs: refsIn(expectDone(run, at)) }
    },
  }
}

const REDIRECTED = /returned error: 30[1278]|unable to update url base from redirection/
const UNREACHABLE =
  /Could not resolve|Couldn't connect|Failed to connect|timed out|unreachable|Connection refused/i

/** The first line that says something, without a user and password that are written into an address. */
function sentenceIn(stderr: string, status: number): string {
  const lines = stderr.split('\n').map((line) => line.trim())
  const line = lines.find((text) => /^(?:fatal|error|ssh):|denied/i.test(text)) ?? `exit ${status}`
  return line.replace(/^(?:fatal|error): /, '').replace(/\/\/[^/\s@]*@/g, '//')
}
