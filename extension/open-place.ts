import * as vscode from 'vscode'
import type { Place } from './protocol.ts'

/** Opens a file and puts the cursor on the first line of a block. */
export async function openPlace({ uri, range }: Place): Promise<void> {
  const start = new vscode.Position(range.start.line, range.start.character)
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), {
    selection: new vscode.Range(start, start),
  })
}
