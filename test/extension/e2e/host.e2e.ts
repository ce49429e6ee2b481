import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { HOME } from '../../../scripts/extension/editors.ts'
import { openBrowser } from './browser.ts'
import {
  EDITOR_VERSIONS,
  type EditorServer,
  type EditorVersion,
  skipWhereTold,
  startEditor,
} from './editor-server.ts'
import { mlPlatform } from './ml-platform.ts'

const VSIX = fileURLToPath(new URL(`../../../${HOME}/ascribe.vsix`, import.meta.url))
const RUN = fileURLToPath(new URL('host/run.ts', import.meta.url))
/** Below the repository, since the bundle leaves mocha to be found there. */
const BUNDLES = fileURLToPath(new URL(`../../../${HOME}/host-tests`, import.meta.url))
/** For all tests of a host. */
const ALL = 240_000

interface MochaReport {
  readonly passes: readonly { readonly fullTitle: string; readonly duration?: number }[]
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly stack?: string } }[]
}

for (const version of EDITOR_VERSIONS)
  describe(`the extension host of code-server ${version}`, function () {
    this.timeout(ALL + 60_000)
    it('passes the tests that run in it', async function () {
      skipWhereTold(this)
      const { passes, failures } = await runInHost(version, RUN)
      for (const { fullTitle, duration } of passes) console.log(`      ${fullTitle} (${duration} ms)`)
      assert.deepEqual(
        failures.map(({ fullTitle, err }) => `${fullTitle}: ${err.stack}`),
        [],
      )
      assert.ok(passes.length >= 9, `only ${passes.length} tests ran`)
    })
  })

/** The report of tests bundled from `entry` and run beside the installed extension. */
async function runInHost(version: EditorVersion, entry: string): Promise<MochaReport> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ascribe-host-'))
  const report = path.join(scratch, 'report.json')
  const tests = path.join(BUNDLES, version)
  mkdirSync(tests, { recursive: true })
  await build({
    entryPoints: [entry],
    outfile: path.join(tests, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  })
  // What the tests are run for has to be a folder with a manifest; the extension itself is installed.
  writeFileSync(
    path.join(tests, 'package.json'),
    JSON.stringify({
      name: 'tests',
      publisher: 'ascribe',
      version: '0.0.0',
      engines: { vscode: '^1.100.0' },
    }),
  )
  const platform = mlPlatform(path.join(scratch, 'ml-platform'))
  const server = await startEditor({
    version,
    scratch,
    extensions: [VSIX],
    env: { ASCRIBE_E2E_REPORT: report },
    // Newer editors ignore which tests to run without it.
    args: ['--enable-smoke-test-driver'],
  })
  const browser = await openBrowser(path.join(scratch, 'chromium'))
  try {
    await finished(browser.page, server, platform.folder, tests)
    return JSON.parse(readFileSync(report, 'utf8')) as MochaReport
  } catch (error) {
    await browser.page.screenshot({ path: path.join(tmpdir(), `ascribe-host-${version}.png`) })
    throw error
  } finally {
    await browser.close()
    server.stop()
  }
}

async function finished(page: Page, server: EditorServer, folder: string, tests: string): Promise<void> {
  const exit = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code))
    void page.exposeFunction('codeAutomationLog', () => undefined)
  })
  const url = server.url(folder, [
    ['extensionDevelopmentPath', server.remote(tests)],
    ['extensionTestsPath', server.remote(path.join(tests, 'index.js'))],
  ])
  await page.goto(url)
  const code = await Promise.race([exit, wait(ALL, undefined, { ref: false })])
  if (code === undefined) throw new Error(`the tests in the host did not end within ${ALL / 1000} s`)
}
