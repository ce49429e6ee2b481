import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import * as vscode from 'vscode'

const file = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name)

async function eventually<T>(ask: () => T | Promise<T>): Promise<T> {
  const deadline = Date.now() + 60_000
  while (true) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await wait(50)
    }
  }
}

const ours = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'ascribe')

async function opened(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(name))
  await vscode.window.showTextDocument(document)
  return document
}

async function lenses(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 1000)
}

async function replace(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const start = document.getText().indexOf(text)
  assert.ok(start >= 0, text)
  const edit = new vscode.WorkspaceEdit()
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + text.length))
  edit.replace(document.uri, range, by)
  assert.ok(await vscode.workspace.applyEdit(edit))
}

describe('the extension in its host', () => {
  let training: vscode.TextDocument

  before(async () => {
    training = await opened('infra/training.tf')
    await vscode.extensions.getExtension('ascribe.ascribe')!.activate()
    await eventually(() => assert.ok(ours(training.uri).length > 0))
  })

  afterEach(async () => {
    if (training.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert')
  })

  it('reports findings with the rule, its page and where the tags come from', async () => {
    const missing = ours(training.uri).find(({ message }) => message.includes('fraud_gpu_training'))!
    assert.match(missing.message, /has no "team", "model_id", "lifecycle_phase" tags/)
    assert.equal(missing.severity, vscode.DiagnosticSeverity.Error)
    const { value, target } = missing.code as { value: string; target: vscode.Uri }
    assert.equal(value, 'missing-tag')
    await vscode.commands.executeCommand(target.path, ...JSON.parse(target.query))
    const page = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ label }) => /^\[?Preview\]? missing-tag\.md$/.test(label))
    await eventually(() => assert.ok(page()))
    await vscode.window.tabGroups.close(page()!)
    await vscode.window.showTextDocument(training)
    assert.equal(training.getText(missing.range), 'resource "aws_instance" "fraud_gpu_training"')
  })

  it('shows costs with the change since HEAD, and follows what is typed', async () => {
    const titles = async () => (await lenses(training.uri)).map(({ command }) => command?.title ?? '')
    await eventually(async () =>
      assert.ok((await titles()).includes('≈ $4,157/mo · unattributed · +$4,157 since HEAD')),
    )
    await replace(training, 'g5.12xlarge', 'g5.xlarge')
    await eventually(async () => {
      const all = await titles()
      assert.ok(
        all.some((title) => /^≈ \$7\d\d\/mo · unattributed/.test(title)),
        all.join('\n'),
      )
    })
  })

  it('keeps what is known while a block is half typed', async () => {
    const before = ours(training.uri).length
    await replace(
      training,
      'instance_type        = "g5.12xlarge"',
      'instance_type        = "g5.12xlarge"\n  tags = merge(',
    )
    await wait(500)
    assert.ok((await lenses(training.uri)).length > 0)
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await eventually(() => assert.equal(ours(training.uri).length, before))
  })

  it('offers fixes that leave nothing to report', async () => {
    const missing = ours(training.uri).find(({ message }) => message.includes('fraud_gpu_training'))!
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      training.uri,
      missing.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    )
    const fix = actions.find(({ isPreferred, edit }) => isPreferred && edit)
    assert.ok(fix, actions.map(({ title }) => title).join('\n'))
    assert.ok(await vscode.workspace.applyEdit(fix.edit!))
    await eventually(() =>
      assert.ok(!ours(training.uri).some(({ message }) => message.includes('fraud_gpu_training has no'))),
    )
  })

  it('fixes what it can in the whole workspace, and leaves the files to be saved', async () => {
    await vscode.commands.executeCommand('ascribe.fixWorkspace')
    await eventually(() =>
      assert.ok(!ours(training.uri).some(({ message }) => message.includes('"trainning"'))),
    )
    assert.ok(training.isDirty)
  })

  it('takes over settings at once', async () => {
    const settings = vscode.workspace.getConfiguration('ascribe')
    await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Global)
    await eventually(async () => assert.equal((await lenses(training.uri)).length, 0))
    await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Global)
    await eventually(async () => assert.ok((await lenses(training.uri)).length > 0))
    await settings.update('diagnostics.severity', 'hint', vscode.ConfigurationTarget.Global)
    await eventually(() =>
      assert.ok(ours(training.uri).every(({ severity }) => severity === vscode.DiagnosticSeverity.Hint)),
    )
    await settings.update('diagnostics.severity', undefined, vscode.ConfigurationTarget.Global)
    await eventually(() =>
      assert.ok(ours(training.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error)),
    )
  })

  it('reports nothing where all tags are present', async () => {
    const platform = await opened('infra/platform.tf')
    await eventually(async () => assert.ok((await lenses(platform.uri)).length > 0))
    assert.deepEqual(ours(platform.uri), [])
    await vscode.window.showTextDocument(training)
  })

  it('has each command that its manifest names', async () => {
    const { contributes } = vscode.extensions.getExtension('ascribe.ascribe')!.packageJSON
    const known = new Set(await vscode.commands.getCommands(true))
    const named = (contributes.commands as { command: string }[]).map(({ command }) => command)
    assert.deepEqual(
      named.filter((command) => !known.has(command)),
      [],
    )
  })

  it('answers again after the server was restarted', async () => {
    await vscode.commands.executeCommand('ascribe.restart')
    await eventually(async () => assert.ok((await lenses(training.uri)).length > 0))
    await eventually(() => assert.ok(ours(training.uri).length > 0))
  })
})
