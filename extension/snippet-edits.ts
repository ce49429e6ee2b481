import * as vscode from 'vscode'
import type { SnippetEdit } from './protocol.ts'

/**
 * Fixes whose values are to be chosen come with their edits as snippets besides, which the protocol's version that the
 * client speaks has no place for.
 */
export function withSnippets<Action extends vscode.Command | vscode.CodeAction>(
  actions: readonly Action[] | null | undefined,
): Action[] {
  for (const action of actions ?? []) {
    const snippets = 'data' in action ? snippetsIn(action.data) : []
    // What is to be chosen lies in one file, or the editor could not lead from one choice to the next.
    const isInOneFile = new Set(snippets.map(({ uri }) => uri)).size === 1
    if (isInOneFile && 'edit' in action) action.edit = editOf(snippets)
  }
  return [...(actions ?? [])]
}

function snippetsIn(data: unknown): readonly SnippetEdit[] {
  const { snippets } = (data ?? {}) as { readonly snippets?: readonly SnippetEdit[] }
  return snippets?.some(({ isSnippet }) => isSnippet) ? snippets : []
}

function editOf(snippets: readonly SnippetEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit()
  edit.set(
    vscode.Uri.parse(snippets[0]!.uri, true),
    snippets.map(({ range: { start, end }, newText, isSnippet }) => {
      const replaced = new vscode.Range(start.line, start.character, end.line, end.character)
      if (!isSnippet) return vscode.TextEdit.replace(replaced, newText)
      const snippet = vscode.SnippetTextEdit.replace(replaced, new vscode.SnippetString(newText))
      // It is indented already.
      snippet.keepWhitespace = true
      return snippet
    }),
  )
  return edit
}
