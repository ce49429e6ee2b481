import * as vscode from 'vscode'
import { statusText, statusTooltip } from './status-text.ts'
import type { Summaries } from './summaries.ts'

/** The workspace's monthly cost, and its change since `HEAD`, at the bottom of the window. A click opens the report. */
export function statusBar(summaries: Summaries): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('ascribe.total', vscode.StatusBarAlignment.Left, 10)
  item.name = 'Ascribe: Monthly Cost'
  item.command = 'ascribe.showReport'
  const show = () => {
    const summary = summaries.current
    if (!summary || summary.models.length === 0) return item.hide()
    item.text = statusText(summary)
    item.tooltip = new vscode.MarkdownString(statusTooltip(summary))
    item.show()
  }
  return vscode.Disposable.from(item, summaries.onDidChange(show))
}
