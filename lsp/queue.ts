import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node.js'

/** How long the server works before it looks whether somebody wrote to it, in milliseconds. */
const SLICE = 20

/** Lets messages that have come in be read. */
export function readMessages(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
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
