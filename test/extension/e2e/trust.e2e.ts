import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator } from 'playwright-core'
import { HOME } from '../../../scripts/extension/editors.ts'
import { type Browser, openBrowser } from './browser.ts'
import { EDITOR_VERSIONS, type EditorServer, skipWhereTold, startEditor } from './editor-server.ts'
import { mlPlatform } from './ml-platform.ts'
import { eventually, seen, type Workbench, workbench } from './workbench.ts'

const VSIX = fileURLToPath(new URL(`../../../${HOME}/ascribe.vsix`, import.meta.url))
/** What a repository could want to have started. */
const PROGRAMS = ['git', 'terraform', 'tofu', 'helm', 'kustomize', 'kubectl']

for (const version of EDITOR_VERSIONS)
  describe(`a workspace that is not trusted, in code-server ${version}`, () => {
    let scratch: string
    let server: EditorServer
    let browser: Browser
    let bench: Workbench
    let training: Locator
    let started: () => readonly string[]

    before(async function () {
      skipWhereTold(this)
      scratch = mkdtempSync(path.join(tmpdir(), 'ascribe-trust-'))
      const { folder } = mlPlatform(path.join(scratch, 'ml-platform'))
      const programs = spies(path.join(scratch, 'programs'))
      started = programs.started
      server = await startEditor({
        version,
        scratch,
        extensions: [VSIX],
        settings: {
          'security.workspace.trust.enabled': true,
          'security.workspace.trust.startupPrompt': 'never',
        },
        // Or the programs are looked for where a login shell would.
        args: ['--force-disable-user-env'],
        env: { PATH: `${programs.folder}${path.delimiter}${process.env.PATH}` },
      })
      browser = await openBrowser(path.join(scratch, 'chromium'))
      bench = workbench(browser.page, version)
      await browser.page.goto(
        server.url(folder, [['openFile', server.remote(path.join(folder, 'infra/training.tf'))]]),
      )
      training = browser.page.locator('.monaco-editor[data-uri$="/training.tf"]').first()
      await training.locator('.view-line').first().waitFor()
    })

    after(async () => {
      await browser?.close()
      server?.stop()
    })

    afterEach(async function () {
      if (this.currentTest?.state !== 'failed' || !browser) return
      await browser.page.screenshot({ path: path.join(tmpdir(), `ascribe-trust-${version}.png`) })
    })

    it('shows costs and missing tags, and starts nothing', async () => {
      await browser.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor()
      const lenses = await seen(() => bench.lenses(training), /^≈ \$4,157\/mo · unattributed$/)
      assert.doesNotMatch(lenses.join('\n'), /HEAD/)
      await training.locator('.squiggly-error').first().waitFor()
      await bench.command('Ascribe: Show Cost Report')
      await seen(() => bench.webview().locator('body').allInnerTexts(), /fraud_xgb_v7/)
      await bench.picture('untrusted')
      assert.deepEqual(started(), [])
      assert.deepEqual(childrenOfServer(scratch), [])
    })

    it('asks git what HEAD is, once the workspace is trusted', async () => {
      await bench.command('Workspaces: Manage Workspace Trust')
      await browser.page
        .locator('.workspace-trust-editor')
        .getByRole('button', { name: /^Trust( All)?$/ })
        .first()
        .click()
      await bench.open('training.tf')
      await seen(() => bench.lenses(training), /since HEAD$/)
      await eventually(() => assert.ok(started().some((call) => call.startsWith('git '))))
      assert.deepEqual(
        started().filter((call) => !call.startsWith('git ')),
        [],
      )
    })
  })

/** Programs that write down that they were started, and then do what they are for. */
function spies(folder: string): { readonly folder: string; readonly started: () => readonly string[] } {
  const log = path.join(folder, 'started.log')
  mkdirSync(folder)
  for (const name of PROGRAMS) {
    const real = (process.env.PATH ?? '')
      .split(path.delimiter)
      .map((directory) => path.join(directory, name))
      .find((file) => existsSync(file))
    const file = path.join(folder, name)
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> '${log}'\nexec '${real ?? '/bin/false'}' "$@"\n`)
    chmodSync(file, 0o755)
  }
  return {
    folder,
    started: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []),
  }
}

/** The command lines of processes that the language server in a folder started and that run now. */
function childrenOfServer(folder: string): readonly string[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const status = readIfThere(`/proc/${pid}/status`)
      const command = readIfThere(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
      return [{ pid, command, parent: /^PPid:\s+(\d+)/m.exec(status)?.[1] }]
    })
  const servers = processes.filter(
    ({ command }) => command.includes(folder) && command.includes('dist/extension/server.cjs'),
  )
  assert.ok(servers.length > 0, 'the language server runs')
  return processes
    .filter(({ parent }) => servers.some(({ pid }) => pid === parent))
    .map(({ command }) => command)
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // It has ended meanwhile.
  }
}
