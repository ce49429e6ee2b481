import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

interface Message {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

export interface Diagnostic {
  readonly range: { readonly start: Position; readonly end: Position }
  readonly severity: number
  readonly code?: string
  readonly codeDescription?: { readonly href: string }
  readonly message: string
  readonly relatedInformation?: readonly {
    readonly location: { readonly uri: string }
    readonly message: string
  }[]
}

export interface Position {
  readonly line: number
  readonly character: number
}

/** An editor that knows nothing but the protocol: frames, requests, notifications. */
export class LanguageClient {
  readonly folder: string
  readonly process: ChildProcess
  readonly diagnostics = new Map<string, readonly Diagnostic[]>()
  readonly notifications: string[] = []
  readonly errors: string[] = []
  #buffer = Buffer.alloc(0)
  #next = 1
  readonly #waiting = new Map<number | string, (message: Message) => void>()
  readonly #watchers = new Set<() => void>()
  readonly #versions = new Map<string, number>()

  /** Starts the built command in a folder. */
  static async start(
    folder: string,
    initializationOptions: object = {},
    capabilities: object = {},
    node = process.execPath,
  ): Promise<LanguageClient> {
    const client = new LanguageClient(folder, node)
    await client.request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'platform' }],
      capabilities: { workspace: { workspaceFolders: true }, ...capabilities },
      initializationOptions,
    })
    client.notify('initialized', {})
    return client
  }

  constructor(folder: string, node: string) {
    this.folder = folder
    this.process = spawn(node, [CLI, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] })
    this.process.stdout!.on('data', (chunk: Buffer) => this.#receive(chunk))
    this.process.stderr!.on('data', (chunk: Buffer) => this.errors.push(chunk.toString()))
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href
  }

  request<Answer>(method: string, params: unknown): Promise<Answer> {
    return this.ask<Answer>(method, params).answer
  }

  ask<Answer>(method: string, params: unknown): { readonly id: number; readonly answer: Promise<Answer> } {
    const id = this.#next++
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error
          ? reject(Object.assign(new Error(error.message), { code: error.code }))
          : resolve(result as Answer),
      )
    })
    this.#send({ id, method, params })
    return { id, answer }
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params })
  }

  open(name: string, text: string): void {
    const uri = this.uri(name)
    this.#versions.set(uri, 1)
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'terraform', version: 1, text } })
  }

  /** The whole text anew, or one range of it. */
  change(name: string, text: string, range?: { start: Position; end: Position }): void {
    const uri = this.uri(name)
    const version = (this.#versions.get(uri) ?? 1) + 1
    this.#versions.set(uri, version)
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range ? { range, text } : { text }],
    })
  }

  at(name: string, position: Position): object {
    return { textDocument: { uri: this.uri(name) }, position }
  }

  /** Waits until what was published about a file is as wanted. */
  async until(
    name: string,
    wanted: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name)
    const now = () => this.diagnostics.get(uri) ?? []
    const end = Date.now() + 15_000
    while (!wanted(now())) {
      if (Date.now() > end)
        throw new Error(`${name} has ${JSON.stringify(now(), null, 1)}\n${this.errors.join('')}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, 200)
        const { delete: forget } = this.#watchers
        const watchers = this.#watchers
        function done() {
          clearTimeout(timer)
          forget.call(watchers, done)
          resolve()
        }
        watchers.add(done)
      })
    }
    return now()
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve))
    await this.request('shutdown', null)
    this.notify('exit', null)
    return ended
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.process.stdin!.write(`Content-Length: ${body.length}\r\n\r\n`)
    this.process.stdin!.write(body)
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk])
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('ascii', 0, head))![1])
      const end = head + 4 + length
      if (this.#buffer.length < end) return
      const message = JSON.parse(this.#buffer.toString('utf8', head + 4, end)) as Message
      this.#buffer = this.#buffer.subarray(end)
      this.#handle(message)
    }
  }

  #handle(message: Message): void {
    const { id, method } = message
    if (method === undefined) {
      this.#waiting.get(id!)?.(message)
      this.#waiting.delete(id!)
      return
    }
    if (id !== undefined) this.#send({ id, result: null })
    this.notifications.push(method)
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params as { uri: string; diagnostics: readonly Diagnostic[] }
      this.diagnostics.set(uri, diagnostics)
      for (const watch of [...this.#watchers]) watch()
    }
  }
}
