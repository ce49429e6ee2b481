import type { CancellationToken, CodeAction, CompletionItem } from 'vscode-languageserver/node.js'
import {
  codeLensesOf,
  configCompletions,
  type EditorPosition,
  hoverAt,
  inlayHintsOf,
  offsetAt,
  tagCompletions,
  whatIfAt,
} from '../core/index.ts'
import { codeActions } from './code-actions.ts'
import type { Editor } from './editor.ts'
import { whatIfMessage } from './messages.ts'
import { readMessages, throwIfCancelled } from './queue.ts'
import type { Sessions } from './sessions.ts'
import { toCodeLens, toCompletion, toHover, toInlayHint } from './to-protocol.ts'
import type { Work } from './work.ts'

/** Answers what is asked about one document. */
export function answerAboutDocuments(editor: Editor, sessions: Sessions, work: Work): void {
  const { connection, documents, prices } = editor

  /** What is known about a document, up to date. */
  async function settled(uri: string, token: CancellationToken) {
    await readMessages()
    throwIfCancelled(token)
    const place = sessions.at(uri)
    if (!place) return undefined
    const { session, path } = place
    const isNearEnough = session.isLoaded && documents.get(uri) !== undefined
    await work.settle(session, isNearEnough ? 'near' : 'everything', token)
    return { ...place, found: session.workspace.at(path), text: session.folder.tree.read(path) ?? '' }
  }

  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    const known = editor.settings.codeLens ? await settled(uri, token) : undefined
    if (!known) return []
    return codeLensesOf(known.found, known.path, known.session.baseline()).map((lens) =>
      toCodeLens(lens, uri),
    )
  })

  connection.languages.inlayHint.on(async ({ textDocument: { uri } }, token) => {
    const known = editor.settings.inlayHints ? await settled(uri, token) : undefined
    return known ? inlayHintsOf(known.found, known.path).map(toInlayHint) : []
  })

  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const known = await settled(uri, token)
    const hover = known && hoverAt(known.found, known.path, position, known.session.baseline())
    return hover ? toHover(hover) : null
  })

  connection.onCompletion(async ({ textDocument: { uri }, position }, token): Promise<CompletionItem[]> => {
    const known = await settled(uri, token)
    if (!known) return []
    const { session, path, text } = known
    const { config } = session.workspace.config()
    const offset = offsetAt(text, position)
    const isConfig = /(^|\/)ascribe\.ya?ml$/.test(path)
    if (!isConfig && !/\.(tf|tofu|tfvars)$/.test(path)) return []
    const items = isConfig
      ? configCompletions(text, offset, config)
      : tagCompletions(text, offset, config.schema, session.workspace.inspection().resources)
    const snippets = editor.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true
    return items.map((item) => {
      const start = { line: position.line, character: position.character - (offset - item.start) }
      return toCompletion(item, { start, end: position }, snippets)
    })
  })

  connection.onCodeAction(async (params, token): Promise<CodeAction[]> => {
    const known = await settled(params.textDocument.uri, token)
    return known ? codeActions(known, params, editor.settings.diagnostics) : []
  })

  connection.onRequest(
    'ascribe/whatIf',
    async (params: { uri: string; position: EditorPosition }, token: CancellationToken) => {
      const known = await settled(params.uri, token)
      if (!known) return null
      const { session, path, text } = known
      const { workspace } = session
      const before = workspace.readersOf(path)
      const answer = whatIfAt(
        { path, text, before, prices, tryText: (other) => workspace.tryText(path, other) },
        params.position,
      )
      return answer ? whatIfMessage(answer, known.found.currency, params.uri) : null
    },
  )
}
