import * as vscode from 'vscode'

const STARTER = `# Which tags say whose money it is, and who may be named in them.
version: 1

schema:
  preset: ml-attribution
  keys:
    team: { values: catalogue }
    model_id: { values: catalogue, or: [shared] }

teams: {}

models: {}
`

/** Opens the workspace's `ascribe.yml`; where there is none, a first one, not saved yet. */
export function configurationFileCommand(): vscode.Disposable {
  return vscode.commands.registerCommand('ascribe.openConfiguration', async () => {
    const [found] = await vscode.workspace.findFiles(
      '**/ascribe.{yml,yaml}',
      '**/{node_modules,.terraform}/**',
      1,
    )
    if (found) return vscode.window.showTextDocument(found)
    const folder = vscode.workspace.workspaceFolders?.[0]
    if (!folder) return vscode.window.showInformationMessage('Please open a folder first.')
    const uri = vscode.Uri.joinPath(folder.uri, 'ascribe.yml').with({ scheme: 'untitled' })
    const document = await vscode.workspace.openTextDocument(uri)
    const editor = await vscode.window.showTextDocument(document)
    if (document.getText() === '')
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), STARTER))
    return editor
  })
}
