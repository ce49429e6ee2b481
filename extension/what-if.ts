import * as vscode from 'vscode'
import type { Server } from './language-server.ts'
import { WHAT_IF, type WhatIf } from './protocol.ts'
import { whatIfRows } from './what-if-rows.ts'

/** Lists instance types with their monthly cost beside the one at the cursor, and writes the one that is chosen. */
export function whatIfCommand(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('ascribe.whatIf', (uri?: unknown, position?: unknown) =>
    whatIf(server, uri, position),
  )
}

async function whatIf(server: Server, uri: unknown, position: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor
  // A code action hands on the place; the palette and the context menu mean the cursor.
  const place =
    typeof uri === 'string'
      ? { uri, position }
      : editor && { uri: editor.document.uri.toString(), position: editor.selection.active }
  if (!place) return
  const answer = await server.request<WhatIf>(WHAT_IF, place)
  if (!answer || answer.choices.length === 0) {
    void vscode.window.showInformationMessage(
      'There is no instance type to compare here. Put the cursor into a block that names one, as in instance_type = "g5.xlarge".',
    )
    return
  }
  const version = documentAt(place.uri)?.version
  const chosen = await vscode.window.showQuickPick(whatIfRows(answer), {
    title: `What if ${answer.resource} were another instance type?`,
    placeHolder: `now ${answer.current.instanceType}; monthly list price at the same usage`,
    matchOnDescription: true,
  })
  if (!chosen) return
  if (documentAt(place.uri)?.version !== version) {
    void vscode.window.showWarningMessage(
      'The file has changed meanwhile. Nothing was written; please ask again.',
    )
    return
  }
  await vscode.workspace.applyEdit(await server.toWorkspaceEdit(chosen.edit))
}

function documentAt(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri)
}
