import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  CodeLensRefreshRequest,
  type CompletionItem,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  codeLensesOf,
  configCompletions,
  diagnosticsOf,
  type EditorPosition,
  hoverAt,
  inlayHintsOf,
  type Nearness,
  offsetAt,
  type PriceBook,
  renderers,
  reviewChange,
  summaryOf,
  tagCompletions,
  whatIfAt,
} from '../core/index.ts'
import { codeActions, FIX_ALL } from './code-actions.ts'
import { fetchInto } from './fetched-modules.ts'
import { summaryMessage, whatIfMessage } from './messages.ts'
import { pacer, readMessages, throwIfCancelled } from './queue.ts'
import { installedRulePages } from './rule-pages.ts'
import { openSession, type Session } from './session.ts'
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts'
import { toCodeLens, toCompletion, toDiagnostic, toHover, toInlayHint } from './to-protocol.ts'

/** How long nothing must have been asked before what is less urgent is done, in milliseconds. */
const QUIET = 50

export interface ServerOptions {
  readonly prices: PriceBook
  readonly version: string
}

/** Answers an editor until it says that it is done. */
export function serve(connection: Connection, { prices, version }: ServerOptions): void {
  const documents = new TextDocuments(TextDocument)
  const sessions = new Map<string, Session>()
  let settings: Settings = DEFAULT_SETTINGS
  let client: InitializeParams['capabilities'] = {}
  let trusted = true
  let rulePages = installedRulePages()
  let folders: readonly string[] = []
  let isWorking = false
  let isAskedAgain = false
  /** Git's HEAD may be another than it was. */
  let isHeadOld = true

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities
    const options = params.initializationOptions
    trusted = options?.trusted !== false
    if (typeof options?.rulePages === 'string') rulePages = options.rulePages
    settings = readSettings(options?.settings)
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
    for (const uri of folders) open(uri)
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'ascribe' })
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*' }],
      })
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) close(uri)
        for (const { uri } of added) open(uri)
        void work()
      })
    await pullSettings()
    void work()
  })

  async function pullSettings(): Promise<void> {
    if (client.workspace?.configuration)
      settings = readSettings(await connection.workspace.getConfiguration('ascribe'))
  }

  connection.onDidChangeConfiguration(async ({ settings: sent }) => {
    if (client.workspace?.configuration) await pullSettings()
    else settings = readSettings((sent as { ascribe?: unknown } | null)?.ascribe)
    for (const session of sessions.values())
      publish(session, new Set([...session.published, ...session.workspace.files()]))
    refreshViews()
  })

  function open(uri: string): void {
    if (!uri.startsWith('file:') || sessions.has(uri)) return
    try {
      const session = openSession(uri, prices, trusted)
      sessions.set(uri, session)
      for (const document of documents.all()) takeBuffer(session, document)
    } catch (error) {
      connection.console.error(`${uri}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  function close(uri: string): void {
    const session = sessions.get(uri)
    if (!session) return
    sessions.delete(uri)
    for (const path of session.published)
      void connection.sendDiagnostics({ uri: session.folder.uriOf(path), diagnostics: [] })
  }

  /** The session of the innermost folder around a file, else one whose git work tree holds it. */
  function at(uri: string): { readonly session: Session; readonly path: string } | undefined {
    const inOrder = [...sessions.values()].sort((a, b) => b.folderUri.length - a.folderUri.length)
    const around = inOrder.find(({ folderUri }) => uri.startsWith(`${folderUri.replace(/\/$/, '')}/`))
    for (const session of around ? [around] : inOrder) {
      const path = session.folder.pathOf(uri)
      if (path !== undefined) return { session, path }
    }
    return undefined
  }

  function takeBuffer(session: Session, document: TextDocument): void {
    const path = session.folder.pathOf(document.uri)
    if (path === undefined) return
    const text = document.getText()
    if (session.folder.tree.read(path) === text && session.folder.buffer(path) === undefined) {
      session.folder.setBuffer(path, text)
      return
    }
    session.folder.setBuffer(path, text)
    session.workspace.invalidate([path])
  }

  // Also sent when a document is opened.
  documents.onDidChangeContent(({ document }) => {
    for (const session of sessions.values()) takeBuffer(session, document)
    void work()
  })
  documents.onDidClose(({ document }) => {
    for (const session of sessions.values()) {
      const path = session.folder.pathOf(document.uri)
      if (path === undefined) continue
      const typed = session.folder.buffer(path)
      session.folder.setBuffer(path, undefined)
      session.folder.diskChanged()
      if (session.folder.tree.read(path) !== typed) session.workspace.invalidate([path])
    }
    void work()
  })
  documents.onDidSave(() => {
    for (const session of sessions.values()) session.folder.diskChanged()
    isHeadOld = true
    void work()
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const session of sessions.values()) {
      const paths = changes
        .flatMap(({ uri }) => session.folder.pathOf(uri) ?? [])
        .filter((path) => !/(^|\/)(\.git|node_modules)(\/|$)/.test(path))
        .filter((path) => session.folder.buffer(path) === undefined)
      session.folder.diskChanged()
      session.workspace.invalidate(paths)
    }
    isHeadOld = true
    void work()
  })

  /** Brings everything up to date, in slices, and tells the editor what changed. */
  async function work(): Promise<void> {
    isAskedAgain = true
    if (isWorking) return
    isWorking = true
    try {
      while (isAskedAgain) {
        isAskedAgain = false
        // Keystrokes that came in meanwhile are one change.
        await readMessages()
        for (const session of sessions.values()) await settle(session)
        refreshViews()
        if (isHeadOld) await updateBaselines()
      }
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    } finally {
      isWorking = false
    }
  }

  /** What git's HEAD cost, once nobody waits for anything nearer. */
  async function updateBaselines(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, QUIET))
    if (isAskedAgain) return
    isHeadOld = false
    let isAnother = false
    for (const session of sessions.values()) if (await session.updateBaseline(readMessages)) isAnother = true
    if (isAnother) refreshViews()
  }

  /** Open files are told about at once, all others when everything is up to date. */
  async function settle(session: Session, token?: CancellationToken): Promise<void> {
    const { workspace, unpublished } = session
    const pause = pacer()
    const isNear = nearOpenFiles(session)
    const isOpen = (path: string): boolean => session.folder.buffer(path) !== undefined
    for (let isLeft = true; isLeft; ) {
      isLeft = workspace.step(isNear)
      for (const path of workspace.takeChanged()) unpublished.add(path)
      publish(session, [...unpublished].filter(isLeft ? isOpen : () => true))
      if (!isLeft) return
      await pause()
      if (token) throwIfCancelled(token)
    }
  }

  function nearOpenFiles({ folder }: Session): Nearness {
    const open = documents.all().flatMap(({ uri }) => folder.pathOf(uri) ?? [])
    return (root, hasRead) =>
      open.some((path) => path.startsWith(root === '' ? '' : `${root}/`) || hasRead(path))
  }

  function publish(session: Session, paths: Iterable<string>): void {
    for (const path of paths) {
      session.unpublished.delete(path)
      const uri = session.folder.uriOf(path)
      if (sessions.size > 1 && at(uri)?.session !== session) continue
      const diagnostics = diagnosticsOf(session.workspace.at(path), settings.diagnostics).map((diagnostic) =>
        toDiagnostic(diagnostic, session.folder, (rule) =>
          rulePages === undefined ? undefined : `${rulePages}${rule}.md`,
        ),
      )
      if (diagnostics.length === 0 && !session.published.delete(path)) continue
      if (diagnostics.length > 0) session.published.add(path)
      const version = documents.get(uri)?.version
      void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) })
    }
  }

  function refreshViews(): void {
    void connection.sendNotification('ascribe/changed')
    if (client.workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type)
    if (settings.inlayHints && client.workspace?.inlayHint?.refreshSupport)
      void connection.languages.inlayHint.refresh()
  }

  /** What is known about a document, up to date. */
  async function settled(uri: string, token: CancellationToken) {
    await readMessages()
    throwIfCancelled(token)
    const place = at(uri)
    if (!place) return undefined
    await settle(place.session, token)
    const { session, path } = place
    return { ...place, found: session.workspace.at(path), text: session.folder.tree.read(path) ?? '' }
  }

  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    const known = settings.codeLens ? await settled(uri, token) : undefined
    if (!known) return []
    return codeLensesOf(known.found, known.path, known.session.baseline()).map((lens) =>
      toCodeLens(lens, uri),
    )
  })

  connection.languages.inlayHint.on(async ({ textDocument: { uri } }, token) => {
    const known = settings.inlayHints ? await settled(uri, token) : undefined
    return known ? inlayHintsOf(known.found, known.path).map(toInlayHint) : []
  })

  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const known = await settled(uri, token)
    const hover = known && hoverAt(known.found, known.path, position, known.session.baseline())
    return hover ? toHover(hover) : null
  })

  connection.onCompletion(async ({ textDocument: { uri }, position }, token): Promise<CompletionItem[]> => {
    const known = await settled(uri, token)
    if (!known) return []
    const { session, path, text } = known
    const { config } = session.workspace.config()
    const offset = offsetAt(text, position)
    const isConfig = /(^|\/)ascribe\.ya?ml$/.test(path)
    if (!isConfig && !/\.(tf|tofu|tfvars)$/.test(path)) return []
    const items = isConfig
      ? configCompletions(text, offset, config)
      : tagCompletions(text, offset, config.schema, session.workspace.inspection().resources)
    const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true
    return items.map((item) => {
      const start = { line: position.line, character: position.character - (offset - item.start) }
      return toCompletion(item, { start, end: position }, snippets)
    })
  })

  connection.onCodeAction(async (params, token): Promise<CodeAction[]> => {
    const known = await settled(params.textDocument.uri, token)
    return known ? codeActions(known, params, settings.diagnostics) : []
  })

  /** Only when somebody asks for it: an editor that was just opened uses no network. */
  connection.onRequest('ascribe/fetchModules', async () => {
    if (!trusted) return { notLoaded: null }
    for (const [uri, session] of [...sessions]) {
      const { tree, below } = session.folder
      const grown = openSession(uri, prices, trusted, await fetchInto(tree, below))
      if (sessions.get(uri) !== session) continue
      for (const path of session.published) grown.unpublished.add(path)
      for (const path of session.published) grown.published.add(path)
      sessions.set(uri, grown)
      for (const document of documents.all()) takeBuffer(grown, document)
    }
    isHeadOld = true
    await work()
    const notLoaded = [...sessions.values()].flatMap(({ workspace }) => workspace.inspection().notLoaded)
    return { notLoaded: notLoaded.map(({ address, source, because }) => ({ address, source, because })) }
  })

  connection.onRequest('ascribe/summary', async (_: unknown, token: CancellationToken) => {
    await readMessages()
    const all = []
    for (const session of sessions.values()) {
      await settle(session, token)
      all.push({
        folder: session.folder,
        summary: summaryOf(session.workspace.inspection(), session.baseline()),
        currency: session.workspace.config().config.prices.currency,
      })
    }
    return summaryMessage(all, prices.date)
  })

  connection.onRequest(
    'ascribe/report',
    async (params: { uri?: string } | null, token: CancellationToken) => {
      const session = (params?.uri ? at(params.uri)?.session : undefined) ?? [...sessions.values()][0]
      if (!session) return null
      await settle(session, token)
      const head = { label: 'work tree', tree: session.folder.tree }
      const review = reviewChange(session.head() ?? { ...head, label: 'nothing' }, head, {
        below: session.folder.below,
        prices,
        failOn: undefined,
      })
      return { html: renderers.review.html(review, { colour: false, width: 100 }) }
    },
  )

  connection.onRequest(
    'ascribe/whatIf',
    async (params: { uri: string; position: EditorPosition }, token: CancellationToken) => {
      const known = await settled(params.uri, token)
      if (!known) return null
      const { session, path, text } = known
      const { workspace } = session
      const before = workspace.readersOf(path)
      const answer = whatIfAt(
        { path, text, before, prices, tryText: (other) => workspace.tryText(path, other) },
        params.position,
      )
      return answer ? whatIfMessage(answer, known.found.currency, params.uri) : null
    },
  )

  documents.listen(connection)
  connection.listen()
}
