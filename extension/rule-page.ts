import * as vscode from 'vscode'

const COMMAND = 'ascribe.showRule'

/** Opens the page of a rule that a link of a diagnostic names, as a reader wants it: rendered, and without a network. */
export function rulePageCommand({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand(COMMAND, async (rule: unknown) => {
    if (typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) return
    const page = vscode.Uri.joinPath(extensionUri, 'docs/rules', `${rule}.md`)
    try {
      await vscode.commands.executeCommand('markdown.showPreview', page)
    } catch {
      // VS Code's own extension for Markdown can be switched off.
      await vscode.commands.executeCommand('vscode.open', page)
    }
  })
}

/** The server's links lead to the page as a file, which is right for any editor; here a click shows it rendered. */
export function withRulePages(diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { code } = diagnostic
    if (typeof code !== 'object') return diagnostic
    const target = vscode.Uri.parse(`command:${COMMAND}?${encodeURIComponent(JSON.stringify([code.value]))}`)
    diagnostic.code = { value: code.value, target }
    return diagnostic
  })
}
