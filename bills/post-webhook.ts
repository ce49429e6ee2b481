import { BillError } from './open-bill.ts'

const TIMEOUT_MS = 10_000

/**
 * Posts JSON to the address that an environment variable holds. The address is a secret: it is in no argument, log or
 * message, and it is not sent on to where it redirects.
 */
export async function postWebhook(
  payload: string,
  variable: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const address = webhookAddress(variable, env)
  let status: number
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: payload,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    status = response.status
  } catch {
    throw new BillError(`the webhook of ${variable} cannot be reached`)
  }
  if (status < 200 || status >= 300)
    throw new BillError(`the webhook of ${variable} answered ${status}. expected 200`)
}

function webhookAddress(variable: string, env: Readonly<Record<string, string | undefined>>): URL {
  const text = Object.hasOwn(env, variable) ? env[variable] : undefined
  if (!text)
    throw new BillError(`the environment variable ${variable} is not set. expected a webhook's address`)
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new BillError(`the environment variable ${variable} holds no address. expected https://…`)
  }
  const isLocal = url.hostname === '127.0.0.1' || url.hostname === 'localhost'
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) return url
  throw new BillError(`the environment variable ${variable} holds no https address`)
}
