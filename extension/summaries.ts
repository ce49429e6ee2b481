import * as vscode from 'vscode'
import type { Server } from './language-server.ts'
import { CHANGED, SUMMARY, type Summary } from './protocol.ts'

/** The latest summary of the workspace, kept up to date with the server. */
export interface Summaries extends vscode.Disposable {
  readonly current: Summary | undefined
  readonly onDidChange: vscode.Event<void>
}

/** While somebody types the server re-evaluates often; the totals need not follow each key. */
const QUIET = 150

export function summaries(server: Server): Summaries {
  const changed = new vscode.EventEmitter<void>()
  let current: Summary | undefined
  let timer: NodeJS.Timeout | undefined
  let asked = 0

  async function ask(): Promise<void> {
    const question = ++asked
    const answer = await server.request<Summary>(SUMMARY)
    // A later question is under way, or was answered already.
    if (question !== asked) return
    current = answer
    changed.fire()
  }
  function askSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(ask, QUIET)
  }

  const listening = [server.onNotification(CHANGED, askSoon), server.onDidStart(askSoon)]
  return {
    get current() {
      return current
    },
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer)
      asked++
      for (const each of [...listening, changed]) each.dispose()
    },
  }
}
