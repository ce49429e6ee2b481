import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver/node.js'
import { type DiagnosticOptions, fixAllIn, hasWhatIf, quickFixesAt } from '../core/index.ts'
import type { Session } from './session.ts'
import { toWorkspaceEdit } from './to-protocol.ts'

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.ascribe`

/** What can be done at a place of a document that is up to date. */
export function codeActions(
  known: { readonly session: Session; readonly path: string; readonly text: string },
  { textDocument: { uri }, range, context }: CodeActionParams,
  options: DiagnosticOptions,
): CodeAction[] {
  const { session, path, text } = known
  const { workspace, folder } = session
  const wants = (kind: string): boolean =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
  const actions: CodeAction[] = []
  const lines = { from: range.start.line, to: range.end.line }
  if (wants(CodeActionKind.QuickFix))
    for (const fix of quickFixesAt(workspace, path, lines, options))
      actions.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        isPreferred: fix.isPreferred,
        diagnostics: context.diagnostics.filter(
          ({ code, range: { start } }) =>
            code === fix.mends.code &&
            start.line === fix.mends.range.start.line &&
            start.character === fix.mends.range.start.character,
        ),
        edit: toWorkspaceEdit(fix.edits, folder),
        // For editors that let the user choose among values while the edit is made.
        data: {
          snippets: fix.edits.map(({ path: at, range: replaced, newText, snippet }) => ({
            uri: folder.uriOf(at),
            range: replaced,
            newText: snippet ?? newText,
            isSnippet: snippet !== undefined,
          })),
        },
      })
  // Costly in a long file, so only for who asks for it by name.
  if (context.only?.some((only) => FIX_ALL === only || FIX_ALL.startsWith(`${only}.`))) {
    const edits = fixAllIn(workspace, path, options)
    if (edits.length > 0)
      actions.push({ title: 'Add all missing tags', kind: FIX_ALL, edit: toWorkspaceEdit(edits, folder) })
  }
  if (
    wants(CodeActionKind.RefactorRewrite) &&
    hasWhatIf({ path, text, before: workspace.readersOf(path) }, range.start)
  )
    actions.push({
      title: 'What if it were another instance type?',
      kind: CodeActionKind.RefactorRewrite,
      command: { title: 'What if?', command: 'ascribe.whatIf', arguments: [uri, range.start] },
    })
  return actions
}
