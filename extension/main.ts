import * as vscode from 'vscode'
import { configurationFileCommand } from './configuration-file.ts'
import { costView } from './cost-view.ts'
import { fetchModulesCommand } from './fetch-modules.ts'
import { fixAllCommands } from './fix-all.ts'
import { languageServer, type Server } from './language-server.ts'
import { openPlace } from './open-place.ts'
import type { Place } from './protocol.ts'
import { reportPanel } from './report-panel.ts'
import { rulePageCommand } from './rule-page.ts'
import { statusBar } from './status-bar.ts'
import { summaries } from './summaries.ts'
import { whatIfCommand } from './what-if.ts'

let running: Server | undefined

/** Called by VS Code when the extension is first wanted. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = languageServer(context)
  running = server
  const totals = summaries(server)
  context.subscriptions.push(
    server,
    totals,
    statusBar(totals),
    costView(totals, context.workspaceState),
    reportPanel(server, totals, context),
    whatIfCommand(server),
    fixAllCommands(),
    fetchModulesCommand(server),
    configurationFileCommand(),
    rulePageCommand(context),
    vscode.commands.registerCommand('ascribe.showResource', showResource),
    vscode.commands.registerCommand('ascribe.restart', server.restart),
    vscode.commands.registerCommand('ascribe.showLog', () => server.log.show(true)),
    vscode.commands.registerCommand('ascribe.openWalkthrough', () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
    ),
    // From now on git may be asked.
    vscode.workspace.onDidGrantWorkspaceTrust(server.restart),
  )
  await server.start()
}

export async function deactivate(): Promise<void> {
  await running?.stop()
}

/** What a click on a cost above a block does: the block's hover, which says what the cost is made of. */
async function showResource(uri: string, range: Place['range']): Promise<void> {
  await openPlace({ uri, range })
  await vscode.commands.executeCommand('editor.action.showHover')
}
