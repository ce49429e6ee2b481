import { randomBytes } from 'node:crypto'
import * as vscode from 'vscode'
import type { Server } from './language-server.ts'
import { REPORT, type Report } from './protocol.ts'
import { reportPage } from './report-page.ts'
import type { Summaries } from './summaries.ts'

const STARTING = '<html><head></head><body><p>Reading the workspace…</p></body></html>'
const FAILED =
  '<html><head></head><body><p>There is no report. “Ascribe: Show Log” says why.</p></body></html>'

/** The report beside the code; one panel, which follows what is typed while it is seen. */
export function reportPanel(
  server: Server,
  summaries: Summaries,
  context: vscode.ExtensionContext,
): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined
  let isStale = false

  async function refresh(): Promise<void> {
    if (!panel) return
    isStale = !panel.visible
    if (isStale) return
    const report = await server.request<Report>(REPORT)
    if (panel) panel.webview.html = reportPage(report?.html ?? FAILED, randomBytes(16).toString('base64'))
  }
  function show(): Promise<void> {
    if (panel) panel.reveal()
    else {
      panel = vscode.window.createWebviewPanel(
        'ascribe.report',
        'Ascribe Report',
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: false, enableForms: false, enableCommandUris: false, localResourceRoots: [] },
      )
      panel.iconPath = vscode.Uri.file(context.asAbsolutePath('extension/media/icon.png'))
      panel.webview.html = reportPage(STARTING, '')
      panel.onDidDispose(() => {
        panel = undefined
      })
      panel.onDidChangeViewState(() => {
        if (isStale) void refresh()
      })
    }
    return refresh()
  }
  return vscode.Disposable.from(
    summaries.onDidChange(refresh),
    vscode.commands.registerCommand('ascribe.showReport', show),
    { dispose: () => panel?.dispose() },
  )
}
