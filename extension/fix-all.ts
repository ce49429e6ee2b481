import * as vscode from 'vscode'

const KIND = 'source.fixAll.ascribe'

/** The commands that write every tag whose value is known: in the file seen, or in all files with findings. */
export function fixAllCommands(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('ascribe.fixFile', async () => {
      const editor = vscode.window.activeTextEditor
      if (editor) tell(await fix(editor.document.uri), editor.document.uri)
    }),
    vscode.commands.registerCommand('ascribe.fixWorkspace', fixWorkspace),
  )
}

async function fixWorkspace(): Promise<void> {
  const places = vscode.languages
    .getDiagnostics()
    .filter(([, diagnostics]) => diagnostics.some(({ source }) => source === 'ascribe'))
    .map(([uri]) => uri)
  const fixed: vscode.Uri[] = []
  // One after the other: what one fix writes into a shared map of tags, the next need not write again.
  for (const uri of places) if (await fix(uri)) fixed.push(uri)
  const files = fixed.length === 1 ? '1 file' : `${fixed.length} files`
  void vscode.window.showInformationMessage(
    fixed.length === 0
      ? 'There is no tag that Ascribe could write by itself.'
      : `Tags were written in ${files}. Please read the changes, then save them.`,
  )
}

async function fix(uri: vscode.Uri): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri)
  const whole = new vscode.Range(0, 0, document.lineCount, 0)
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    whole,
    KIND,
    // So many are resolved, which is when their edits are made.
    10,
  )
  const ours = actions.find(({ kind, edit }) => kind?.value === KIND && edit !== undefined)
  return ours?.edit ? vscode.workspace.applyEdit(ours.edit) : false
}

function tell(isFixed: boolean, uri: vscode.Uri): void {
  if (isFixed) return
  const name = vscode.workspace.asRelativePath(uri)
  void vscode.window.showInformationMessage(`There is no tag in ${name} that Ascribe could write by itself.`)
}
