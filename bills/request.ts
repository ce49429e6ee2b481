import { BillError } from './open-bill.ts'

export interface Request {
  readonly url: URL
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** An answer that does not begin within this does not come. */
const MILLISECONDS = 10 * 60 * 1000

/** One request to an engine. Redirects are not followed: credentials go to the server that was named. */
export async function request({ url, method, headers, body }: Request): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: { 'User-Agent': 'ascribe', ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(MILLISECONDS),
      ...(body !== undefined && { body }),
    })
  } catch (error) {
    const { cause } = error as { cause?: { message?: string; code?: string } }
    throw new BillError(
      `${url.origin} does not answer: ${cause?.code ?? cause?.message ?? (error as Error).message}`,
    )
  }
}

/** Busy, or on its way to be there. */
export const isRepeatable = (status: number): boolean => [429, 502, 503, 504].includes(status)
