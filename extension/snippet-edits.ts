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
    // One set of tab stops is all that an editor follows at a time.
    if (snippets.length === 1 && 'edit' in action) action.edit = editOf(snippets)
  }
  return [...(actions ?? [])]
}

function snippetsIn(data: unknown): readonly SnippetEdit[] {
  const { snippets } = (data ?? {}) as { readonly snippets?: readonly SnippetEdit[] }
  return snippets?.some(({ isSnippet }) => isSnippet) ? snippets : []
}

function editOf(snippets: readonly SnippetEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit()
  for (const { uri, range, newText } of snippets) {
    const { start, end } = range
    const replaced = new vscode.Range(start.line, start.character, end.line, end.character)
    edit.set(vscode.Uri.parse(uri, true), [
      vscode.SnippetTextEdit.replace(replaced, new vscode.SnippetString(newText)),
    ])
  }
  return edit
}
