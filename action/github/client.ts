import { setTimeout as delay } from 'node:timers/promises'
import { getOctokit } from '@actions/github'
import type { Situation } from '../event.ts'
import { log } from '../log.ts'

/** GitHub's API, for one repository. Calls that fail for a while are tried again. */
export interface GitHub {
  readonly octokit: ReturnType<typeof getOctokit>
  readonly owner: string
  readonly repo: string
}

/** Milliseconds before the second and the third try. */
const WAITS = [300, 1_200] as const
const LONGEST_WAIT_SECONDS = 60
const TIMEOUT_MS = 20_000

export function openGitHub(token: string, { repository }: Situation): GitHub | undefined {
  if (token === '') return undefined
  const octokit = getOctokit(token)
  octokit.hook.wrap('request', async (request, options) => {
    for (let tries = 0; ; tries++) {
      try {
        const signal = AbortSignal.timeout(TIMEOUT_MS)
        return await request({ ...options, request: { ...options.request, signal } })
      } catch (error) {
        const isLast = tries >= WAITS.length || options.request.isTriedOnce === true
        const wait = isLast ? undefined : waitBeforeRetry(error, WAITS[tries]!)
        if (wait === undefined) throw error
        log(`GitHub answered "${failureText(error)}" to ${options.method}; trying again in ${wait / 1000} s`)
        await delay(wait)
      }
    }
  })
  return { octokit, ...repository }
}

/** What GitHub said, or why it said nothing. */
export function failureText(error: unknown): string {
  const message = error instanceof Error ? error.message.split(' - https://')[0]! : String(error)
  const status = statusOf(error)
  return status === undefined || message.includes(String(status)) ? message : `${status} ${message}`
}

/** The status of a refusal; undefined where no answer came, or the mistake is ours. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined
  return 'response' in error && error.response ? Number(error.status) : undefined
}

/** Whether the failure is GitHub's or the network's, and not a mistake in this program. */
export function isGitHubFailure(error: unknown): boolean {
  return error instanceof Error && 'status' in error
}

/** Milliseconds; undefined where trying again is of no use. */
function waitBeforeRetry(error: unknown, standard: number): number | undefined {
  if (!isGitHubFailure(error)) return undefined
  const status = statusOf(error)
  if (status === undefined || status >= 500) return standard
  const headers = (error as { response?: { headers?: Record<string, string | undefined> } }).response?.headers
  const asked = Number(headers?.['retry-after'])
  if ((status === 429 || status === 403) && asked >= 0) {
    return asked <= LONGEST_WAIT_SECONDS ? asked * 1000 : undefined
  }
  return status === 429 ? standard : undefined
}
