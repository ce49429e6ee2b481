import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { PriceBook } from '../core/index.ts'
import { FIX_ALL } from './code-actions.ts'
import { answerAboutDocuments } from './document-features.ts'
import { editorAt, introduced, pullSettings } from './editor.ts'
import { sessionsFor } from './sessions.ts'
import { readSettings } from './settings.ts'
import { workFor } from './work.ts'
import { answerAboutWorkspace } from './workspace-requests.ts'

export interface ServerOptions {
  readonly prices: PriceBook
  readonly version: string
}

/** Answers an editor until it says that it is done. */
export function serve(connection: Connection, { prices, version }: ServerOptions): void {
  const documents = new TextDocuments(TextDocument)
  const editor = editorAt(connection, documents, prices)
  const sessions = sessionsFor(editor)
  const work = workFor(editor, sessions)
  let folders: readonly string[] = []

  connection.onInitialize((params): InitializeResult => {
    introduced(editor, params)
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])
    return {
      serverInfo: { name: 'ascribe', version },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        codeLensProvider: { resolveProvider: false },
        hoverProvider: true,
        inlayHintProvider: true,
        completionProvider: { triggerCharacters: ['"', ' ', ':'] },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
        },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    }
  })

  connection.onInitialized(async () => {
    for (const uri of folders) sessions.open(uri)
    const { workspace } = editor.capabilities
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'ascribe' })
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*' }],
      })
    if (workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) sessions.close(uri)
        for (const { uri } of added) sessions.open(uri)
        void work.start()
      })
    await pullSettings(editor)
    void work.start()
  })

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (editor.capabilities.workspace?.configuration) await pullSettings(editor)
    else editor.settings = readSettings((settings as { ascribe?: unknown } | null)?.ascribe)
    for (const { published, unpublished, workspace } of sessions.all())
      for (const path of [...published, ...workspace.files()]) unpublished.add(path)
    void work.start()
  })

  // Also sent when a document is opened.
  documents.onDidChangeContent(({ document }) => {
    sessions.takeBuffer(document)
    void work.start()
  })
  documents.onDidClose(({ document }) => {
    sessions.dropBuffer(document)
    void work.start()
  })
  documents.onDidSave(() => {
    sessions.diskChanged([])
    work.headMayHaveMoved()
    void work.start()
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    sessions.diskChanged(changes.map(({ uri }) => uri))
    work.headMayHaveMoved()
    void work.start()
  })

  answerAboutDocuments(editor, sessions, work)
  answerAboutWorkspace(editor, sessions, work)
  documents.listen(connection)
  connection.listen()
}
