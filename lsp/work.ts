import { type CancellationToken, CodeLensRefreshRequest } from 'vscode-languageserver/node.js'
import { nearTo } from '../core/index.ts'
import { diagnose } from './diagnose.ts'
import type { Editor } from './editor.ts'
import { keepHeapSmall } from './heap.ts'
import { pacer, readMessages, throwIfCancelled } from './queue.ts'
import type { Session } from './session.ts'
import type { Sessions } from './sessions.ts'

/** How long nothing must have been asked before what is less urgent is done, in milliseconds. */
const QUIET = 50

/** What is done without being asked for: everything is brought up to date, and the editor told of it. */
export interface Work {
  /** Something changed. */
  start(): Promise<void>
  /** Git's HEAD may be another than it was. */
  headMayHaveMoved(): void
  /** Brings up to date what is near the open files; `everything`: all of it. */
  settle(session: Session, reach: 'near' | 'everything', token?: CancellationToken): Promise<void>
}

export function workFor(editor: Editor, sessions: Sessions): Work {
  const { connection, documents } = editor
  let isWorking = false
  let isAskedAgain = false
  let isHeadOld = true
  let wake = (): void => {}

  async function start(): Promise<void> {
    isAskedAgain = true
    wake()
    if (isWorking) return
    isWorking = true
    try {
      while (isAskedAgain) {
        isAskedAgain = false
        // Keystrokes that came in meanwhile are one change.
        await readMessages()
        // What is near may be something else by now.
        for (const session of sessions.all()) await advance(session, 'near', () => isAskedAgain)
        if (await isQuiet()) await settleRest()
      }
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    } finally {
      isWorking = false
    }
  }

  /** While somebody types, what is in no open file can wait. Nothing does before everything was seen once. */
  async function isQuiet(): Promise<boolean> {
    if (!isAskedAgain && sessions.all().every(({ isLoaded }) => isLoaded)) await wait()
    return !isAskedAgain
  }

  /** Until it has been quiet, or something is asked. */
  function wait(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, QUIET)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Until something is asked. */
  async function settleRest(): Promise<void> {
    for (const session of sessions.all()) {
      await advance(session, 'everything', () => isAskedAgain)
      await publishRest(session)
      if (isAskedAgain) return
    }
    keepHeapSmall()
    refreshViews()
    if (isHeadOld) await updateBaselines()
  }

  /** What git's HEAD cost, once nobody waits for anything nearer. */
  async function updateBaselines(): Promise<void> {
    await wait()
    if (isAskedAgain) return
    isHeadOld = false
    let isAnother = false
    for (const session of sessions.all()) if (await session.updateBaseline(readMessages)) isAnother = true
    if (isAnother) refreshViews()
  }

  async function settle(
    session: Session,
    reach: 'near' | 'everything',
    token?: CancellationToken,
  ): Promise<void> {
    await advance(session, reach, () => {
      if (token) throwIfCancelled(token)
      return false
    })
  }

  /** In slices, until all is done or it is enough. Open files are told about at once. */
  async function advance(
    session: Session,
    reach: 'near' | 'everything',
    isEnough: () => boolean,
  ): Promise<void> {
    const { workspace, unpublished } = session
    const pause = pacer()
    const open = openFiles(session)
    const near = nearTo(open)
    for (let isLeft = true; isLeft; ) {
      isLeft = reach === 'near' ? workspace.stepNear(near) : workspace.step(near)
      for (const path of workspace.takeChanged()) unpublished.add(path)
      for (const path of open) if (unpublished.has(path)) diagnose(editor, sessions, session, path)
      if (!isLeft) break
      await pause()
      if (isEnough()) return
    }
    if (reach === 'everything') session.isLoaded = true
  }

  async function publishRest(session: Session): Promise<void> {
    const pause = pacer()
    for (const path of [...session.unpublished]) {
      if (isAskedAgain) return
      diagnose(editor, sessions, session, path)
      await pause()
    }
  }

  function openFiles({ folder }: Session): readonly string[] {
    return documents.all().flatMap(({ uri }) => folder.pathOf(uri) ?? [])
  }

  /** What was answered before no longer holds. */
  function refreshViews(): void {
    const { workspace } = editor.capabilities
    void connection.sendNotification('ascribe/changed')
    if (workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type)
    if (editor.settings.inlayHints && workspace?.inlayHint?.refreshSupport)
      void connection.languages.inlayHint.refresh()
  }

  return {
    start,
    settle,
    headMayHaveMoved() {
      isHeadOld = true
    },
  }
}
