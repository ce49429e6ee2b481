import * as vscode from 'vscode'
import { type CostNode, costTree, type Grouping } from './cost-tree.ts'
import { openPlace } from './open-place.ts'
import type { Place } from './protocol.ts'
import type { Summaries } from './summaries.ts'

const ICONS: Readonly<Record<CostNode['kind'], string>> = {
  team: 'organization',
  model: 'package',
  phase: 'milestone',
  resource: 'server',
}

/** The tree of costs in the side bar: by model or by team, then phase, then resource. A click opens its block. */
export function costView(summaries: Summaries, memory: vscode.Memento): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>()
  const view = vscode.window.createTreeView<CostNode>('ascribe.costs', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => [...(node ? node.children : roots())],
      getTreeItem: treeItem,
    },
  })

  function grouping(): Grouping {
    return memory.get('grouping') === 'team' ? 'team' : 'model'
  }
  function roots(): readonly CostNode[] {
    return summaries.current ? costTree(summaries.current, grouping()) : []
  }
  async function groupBy(by: Grouping): Promise<void> {
    await memory.update('grouping', by)
    await vscode.commands.executeCommand('setContext', 'ascribe.grouping', by)
    changed.fire()
  }
  void vscode.commands.executeCommand('setContext', 'ascribe.grouping', grouping())
  return vscode.Disposable.from(
    view,
    changed,
    summaries.onDidChange(() => changed.fire()),
    vscode.commands.registerCommand('ascribe.groupByModel', () => groupBy('model')),
    vscode.commands.registerCommand('ascribe.groupByTeam', () => groupBy('team')),
    vscode.commands.registerCommand('ascribe.openResource', (place: Place) => openPlace(place)),
  )
}

function treeItem(node: CostNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, collapsible(node))
  item.id = node.id
  item.description = node.description
  item.iconPath = new vscode.ThemeIcon(ICONS[node.kind])
  item.contextValue = node.kind
  item.tooltip = `${node.label}: ${node.description} a month`
  item.accessibilityInformation = { label: `${node.kind} ${node.label}, ${node.description} a month` }
  if (node.place)
    item.command = { command: 'ascribe.openResource', title: 'Open the Block', arguments: [node.place] }
  return item
}

function collapsible({ kind, children }: CostNode): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None
  return kind === 'phase'
    ? vscode.TreeItemCollapsibleState.Collapsed
    : vscode.TreeItemCollapsibleState.Expanded
}
