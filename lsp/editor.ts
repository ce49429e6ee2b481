import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver/node.js'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { PriceBook } from '../core/index.ts'
import { installedRulePages } from './rule-pages.ts'
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts'

/** The editor that the server answers, and what it said of itself. */
export interface Editor {
  readonly connection: Connection
  readonly documents: TextDocuments<TextDocument>
  readonly prices: PriceBook
  capabilities: InitializeParams['capabilities']
  settings: Settings
  /** Whether git may be started, and what lies around the folders be read. */
  trusted: boolean
  /** The address before a rule's page; undefined where there is none. */
  rulePages: string | undefined
}

export function editorAt(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  prices: PriceBook,
): Editor {
  return {
    connection,
    documents,
    prices,
    capabilities: {},
    settings: DEFAULT_SETTINGS,
    trusted: true,
    rulePages: installedRulePages(),
  }
}

export function introduced(editor: Editor, params: InitializeParams): void {
  const options = params.initializationOptions
  editor.capabilities = params.capabilities
  editor.trusted = options?.trusted !== false
  if (typeof options?.rulePages === 'string') editor.rulePages = options.rulePages
  editor.settings = readSettings(options?.settings)
}

/** Asks for the settings, where the editor can be asked. */
export async function pullSettings(editor: Editor): Promise<void> {
  if (editor.capabilities.workspace?.configuration)
    editor.settings = readSettings(await editor.connection.workspace.getConfiguration('ascribe'))
}
