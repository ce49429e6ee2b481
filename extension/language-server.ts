import * as vscode from 'vscode'
import {
  LanguageClient,
  type LanguageClientOptions,
  State,
  TransportKind,
  type WorkspaceEdit,
} from 'vscode-languageclient/node.js'
import type { InitializationOptions } from './protocol.ts'
import { withRulePages } from './rule-page.ts'
import { withSnippets } from './snippet-edits.ts'

/** The language server in its process, started anew where needed. */
export interface Server extends vscode.Disposable {
  start(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
  /** Undefined where the server does not run, or does not know the question. */
  request<Answer>(method: string, parameters?: unknown): Promise<Answer | undefined>
  /** Fires for each server that is started, also the later ones. */
  onNotification(method: string, handler: () => void): vscode.Disposable
  readonly onDidStart: vscode.Event<void>
  /** An edit as the protocol words it, as the editor wants it. */
  toWorkspaceEdit(edit: WorkspaceEdit): Promise<vscode.WorkspaceEdit>
  readonly log: vscode.LogOutputChannel
}

/** By pattern and not by language, since which extension names the language is up to the user. */
const DOCUMENTS = ['**/*.{tf,tofu,tfvars}', '**/*.{tf,tofu,tfvars}.json', '**/*.{yml,yaml}'].map(
  (pattern) => ({ scheme: 'file', pattern }),
)

export function languageServer(context: vscode.ExtensionContext): Server {
  const log = vscode.window.createOutputChannel('Ascribe', { log: true })
  const started = new vscode.EventEmitter<void>()
  const stateChanged = (state: 'starting' | 'ready' | 'stopped') =>
    void vscode.commands.executeCommand('setContext', 'ascribe.state', state)
  stateChanged('starting')

  const module = context.asAbsolutePath('dist/extension/server.cjs')
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    outputChannel: log,
    // Asked again at each start: trust may have been granted since.
    initializationOptions: (): InitializationOptions => ({
      trusted: vscode.workspace.isTrusted,
    }),
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, withRulePages(diagnostics)),
      provideCodeActions: async (document, range, actionContext, token, next) =>
        withSnippets(await next(document, range, actionContext, token)),
    },
    markdown: { isTrusted: false, supportHtml: false },
  }
  const client = new LanguageClient(
    'ascribe',
    'Ascribe',
    { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } },
    options,
  )
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) started.fire()
    else stateChanged(newState === State.Starting ? 'starting' : 'stopped')
  })

  async function restart(): Promise<void> {
    if (client.isRunning()) await client.restart()
    else await client.start()
  }
  return {
    log,
    start: () => client.start(),
    restart,
    stop: () => (client.isRunning() ? client.stop() : Promise.resolve()),
    async request<Answer>(method: string, parameters: unknown = {}) {
      if (!client.isRunning()) return undefined
      try {
        const answer = await client.sendRequest<Answer | null>(method, parameters)
        return answer ?? undefined
      } catch (error) {
        log.error(`${method}: ${error instanceof Error ? error.message : String(error)}`)
        return undefined
      } finally {
        stateChanged('ready')
      }
    },
    onNotification: (method, handler) => client.onNotification(method, handler),
    onDidStart: started.event,
    toWorkspaceEdit: (edit) => client.protocol2CodeConverter.asWorkspaceEdit(edit),
    dispose() {
      started.dispose()
      log.dispose()
    },
  }
}
