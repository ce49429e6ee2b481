import type { CancellationToken } from 'vscode-languageserver/node.js'
import { renderers, reviewChange, summaryOf } from '../core/index.ts'
import type { Editor } from './editor.ts'
import { summaryMessage } from './messages.ts'
import { readMessages } from './queue.ts'
import type { Sessions } from './sessions.ts'
import type { Work } from './work.ts'

/** Answers what is asked about all of the workspace. */
export function answerAboutWorkspace(editor: Editor, sessions: Sessions, work: Work): void {
  const { connection, prices } = editor

  /** Only when somebody asks for it: an editor that was just opened uses no network. */
  connection.onRequest('ascribe/fetchModules', async () => {
    if (!editor.trusted) return { notLoaded: null }
    await sessions.fetchModules()
    work.headMayHaveMoved()
    await work.start()
    const notLoaded = sessions.all().flatMap(({ workspace }) => workspace.inspection().notLoaded)
    return { notLoaded: notLoaded.map(({ address, source, because }) => ({ address, source, because })) }
  })

  connection.onRequest('ascribe/summary', async (_: unknown, token: CancellationToken) => {
    await readMessages()
    const all = []
    for (const session of sessions.all()) {
      await work.settle(session, 'everything', token)
      all.push({
        folder: session.folder,
        summary: summaryOf(session.workspace.inspection(), session.baseline()),
        currency: session.workspace.config().config.prices.currency,
      })
    }
    return summaryMessage(all, prices.date)
  })

  connection.onRequest(
    'ascribe/report',
    async (params: { uri?: string } | null, token: CancellationToken) => {
      const session = (params?.uri ? sessions.at(params.uri)?.session : undefined) ?? sessions.all()[0]
      if (!session) return null
      await work.settle(session, 'everything', token)
      const head = { label: 'work tree', tree: session.folder.tree }
      const review = reviewChange(session.head() ?? { ...head, label: 'nothing' }, head, {
        below: session.folder.below,
        prices,
        failOn: undefined,
      })
      return { html: renderers.review.html(review, { colour: false, width: 100 }) }
    },
  )
}
