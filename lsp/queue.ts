import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node.js'

/** How long the server works before it looks whether somebody wrote to it, in milliseconds. */
const SLICE = 10

/** Lets messages that have come in be read, and acted on: the connection puts that off once more when it has read one. */
export async function readMessages(): Promise<void> {
  for (const _ of ['read', 'act']) await new Promise<void>((resolve) => setImmediate(resolve))
}

/** A pause that is only taken when the last was long enough ago. */
export function pacer(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE) return
    await readMessages()
    since = performance.now()
  }
}

/** Ends a request whose answer nobody waits for any more. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'the request was cancelled')
}
