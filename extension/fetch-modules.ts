import * as vscode from 'vscode'
import type { Server } from './language-server.ts'
import { FETCH_MODULES, type FetchedModules } from './protocol.ts'

/** The command that downloads the modules which the workspace calls and lacks. Nothing else of the extension uses the network. */
export function fetchModulesCommand(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('ascribe.fetchModules', async () => {
    const title = 'Ascribe: fetching Terraform modules'
    const answer = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title },
      () => server.request<FetchedModules>(FETCH_MODULES, null),
    )
    void vscode.window.showInformationMessage(told(answer))
  })
}

function told(answer: FetchedModules | undefined): string {
  const notLoaded = answer?.notLoaded
  if (!notLoaded) return 'The workspace is not trusted: nothing was fetched.'
  const [first] = notLoaded
  if (!first) return 'All modules of the workspace are read.'
  const others = notLoaded.length - 1
  const more = others === 0 ? '' : ` ${others} more ${others === 1 ? 'is' : 'are'} not read.`
  return `${first.address} is not read: ${first.because}.${more}`
}
