import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator } from 'playwright-core'
import { EDITORS, HOME } from '../../../scripts/extension/editors.ts'
import { type Browser, openBrowser } from './browser.ts'
import { EDITOR_VERSIONS, type EditorServer, skipWhereTold, startEditor } from './editor-server.ts'
import { type MlPlatform, mlPlatform } from './ml-platform.ts'
import { terraformColours } from './terraform-colours.ts'
import { eventually, seen, type Workbench, workbench } from './workbench.ts'

const VSIX = fileURLToPath(new URL(`../../../${HOME}/ascribe.vsix`, import.meta.url))
const [OLDEST] = Object.keys(EDITORS)
/** Lines of infra/training.tf: the box without tags, its instance type, and the misspelt phase. */
const BOX = { line: 37, type: 39 }
const VOLUME = { line: 51, phase: 57 }
/** Of k8s/jobs/ranking-tune.yaml. */
const RAY_JOB = { kind: 3 }

for (const version of EDITOR_VERSIONS)
  describe(`what a person sees in VS Code of code-server ${version}`, () => {
    let platform: MlPlatform
    let server: EditorServer
    let browser: Browser
    let bench: Workbench
    let training: Locator

    before(async function () {
      skipWhereTold(this)
      const scratch = mkdtempSync(path.join(tmpdir(), 'ascribe-ui-'))
      platform = mlPlatform(path.join(scratch, 'ml-platform'))
      // Without in the older editor: there the file's language is ours. For pictures, colours are wanted in any.
      const hasColours = version !== OLDEST || process.env.VSCODE_E2E_PICTURES !== undefined
      const extensions = hasColours ? [VSIX, terraformColours()] : [VSIX]
      server = await startEditor({ version, scratch, extensions })
      browser = await openBrowser(path.join(scratch, 'chromium'))
      bench = workbench(browser.page, version)
      await browser.page.goto(
        server.url(platform.folder, [
          ['openFile', server.remote(path.join(platform.folder, 'infra/training.tf'))],
        ]),
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
      await browser.page.screenshot({
        path: path.join(
          tmpdir(),
          `ascribe-ui-${version}-${this.currentTest.title.replaceAll(/\W+/g, '-')}.png`,
        ),
      })
    })

    it('underlines the block that lacks tags', async () => {
      await bench.goTo(BOX.line)
      await training.locator('.squiggly-error').first().waitFor()
    })

    it('has the language named, by another extension or itself', async () => {
      await browser.page.locator('#status\\.editor\\.mode', { hasText: 'Terraform' }).waitFor()
    })

    it('says above each block what it costs a month, whose that is, and what changed since HEAD', async () => {
      const lenses = await seen(
        () => bench.lenses(training),
        /^≈ \$4,157\/mo · unattributed · \+\$4,157 since HEAD$/,
      )
      await seen(async () => lenses, /^≈ \$[\d,]+\/mo · fraud_xgb_v7 · /)
      await bench.picture('lenses')
    })

    it('says in the hover what the cost is made of, and at which prices', async () => {
      const header = training.locator('.view-line', {
        hasText: /resource\s"aws_instance"\s"fraud_gpu_training"/,
      })
      const hover = browser.page.locator('.monaco-hover:visible .monaco-hover-content')
      await eventually(async () => {
        // From elsewhere, so that it is a new hover each time.
        await browser.page.mouse.move(700, 20)
        await header.hover({ position: { x: 120, y: 8 } })
        await hover.first().waitFor({ timeout: 3_000 })
        const text = (await hover.allInnerTexts()).join('\n')
        assert.match(text, /g5\.12xlarge/)
        assert.match(text, /\d{4}-\d{2}-\d{2}/)
      })
      await bench.picture('hover')
      await bench.press('Escape')
    })

    it('lists the same findings among the problems', async () => {
      await bench.press('Control+Shift+M')
      const rows = browser.page.locator('.markers-panel .monaco-list-row')
      await seen(
        () => rows.allInnerTexts(),
        /fraud_gpu_training has no "team", "model_id", "lifecycle_phase" tags.*missing-tag/s,
      )
      await bench.picture('problems')
      await rows.locator('a', { hasText: 'missing-tag' }).first().click()
      await seen(() => bench.webview().locator('h1').allInnerTexts(), /^missing-tag$/)
      await bench.picture('rule')
      await bench.command('View: Revert and Close Editor')
      await training.locator('.view-line').first().waitFor()
      // The list shows as many rows as it has room for; this one is below.
      await bench.press('Control+F')
      await browser.page.keyboard.type('trainning')
      await seen(() => rows.allInnerTexts(), /"trainning".*invalid-tag-value/s)
      await bench.press('Escape')
      await bench.press('Control+J')
    })

    it('adds the missing tags by keyboard, into the file as saved', async () => {
      const [first] = await bench.fixes(async () => {
        await bench.focus()
        await bench.goTo(BOX.line)
        await bench.press('Control+.')
      })
      assert.equal(first, 'Add "team", "model_id", "lifecycle_phase" to aws_instance.fraud_gpu_training')
      await bench.picture('fix-menu')
      await bench.press('Enter')
      await seen(() => training.locator('.view-line').allInnerTexts(), /lifecycle_phase\s+=/)
      const choices = browser.page.locator('.suggest-widget:visible .monaco-list-row')
      await seen(() => choices.allInnerTexts(), /fraud-ml/)
      await bench.picture('fixed')
      await bench.press('Escape')
      await bench.press('Escape')
      await bench.save()
      await eventually(() => {
        const box = /resource "aws_instance" "fraud_gpu_training" \{.*?\n\}/s.exec(
          platform.read('infra/training.tf'),
        )![0]
        for (const key of ['team', 'model_id', 'lifecycle_phase'])
          assert.match(box, new RegExp(`^ {4}${key} += "\\w`, 'm'))
        assert.match(box, /^ {4}Name {12}= "fraud-gpu-training"$/m)
      })
    })

    it('replaces a misspelt value from the light bulb, and then underlines nothing', async () => {
      const line = VOLUME.phase + addedLines(platform)
      const bulb = training.locator('.lightBulbWidget:visible')
      const [first] = await bench.fixes(async () => {
        await bench.focus()
        // The bulb follows the cursor, once it moves.
        await bench.goTo(line - 1)
        await bench.goTo(line, 70)
        await bulb.click({ timeout: 5_000 })
      })
      assert.match(first!, /"training"/)
      await bench.press('Enter')
      await bench.save()
      await eventually(() => assert.doesNotMatch(platform.read('infra/training.tf'), /trainning/))
      await eventually(async () =>
        assert.equal(await training.locator('.squiggly-error, .squiggly-warning').count(), 0),
      )
      await eventually(async () =>
        assert.match((await bench.lenses(training)).join('\n'), /payment|fraud_xgb_v7 · training/),
      )
    })

    it('shows nothing wrong where all tags are present', async () => {
      const editor = await bench.open('platform.tf')
      // The server has answered for this file: there is a cost above its blocks.
      await seen(() => bench.lenses(editor), /\/mo/)
      assert.equal(await editor.locator('[class*="squiggly-"]').count(), 0)
      await bench.press('Control+Shift+M')
      await eventually(async () =>
        assert.doesNotMatch(await browser.page.locator('.markers-panel').innerText(), /platform\.tf/),
      )
      await bench.press('Control+J')
    })

    it('adds to the pods of a manifest the labels that they lack', async () => {
      const editor = await bench.open('ranking-tune.yaml')
      await seen(() => bench.lenses(editor), /^≈ \$193\/mo · unattributed · \+\$145 since HEAD$/)
      await editor.locator('.squiggly-error').first().waitFor()
      await bench.picture('manifest')
      const [first] = await bench.fixes(async () => {
        await bench.focus()
        await bench.goTo(RAY_JOB.kind)
        await bench.press('Control+.')
      })
      assert.match(first!, /^Add "ml\.acme\.example\/team", .* to the pods of RayJob\/ml\/ranking-tune$/)
      await bench.press('Enter')
      await bench.save()
      await eventually(() =>
        assert.match(
          platform.read('k8s/jobs/ranking-tune.yaml'),
          /template:\n {10}metadata:\n {12}labels:\n {14}ml\.acme\.example\/team: search-ml\n/,
        ),
      )
      await eventually(async () => assert.equal(await editor.locator('.squiggly-error').count(), 0))
      await seen(() => bench.lenses(editor), /^≈ \$193\/mo · product_rec_v3 · training/)
    })

    it('shows in the side bar whose money it is, down to the block', async () => {
      await browser.page.locator('.activitybar a.action-label[aria-label="Ascribe"]').click()
      const rows = browser.page.locator('.sidebar .pane-body .monaco-list-row')
      await seen(() => rows.allInnerTexts(), /fraud_xgb_v7[\s\S]*\$[\d,]+ · fraud-ml/)
      const phase = rows.filter({ hasText: /^\s*training/ }).first()
      await phase.click()
      const resource = rows.filter({ hasText: 'aws_instance.' }).first()
      await resource.waitFor()
      await bench.picture('tree')
      await resource.click()
      await browser.page.locator('.tab.active', { hasText: 'training.tf' }).waitFor()
      await bench.press('Control+Shift+E')
    })

    it('says in the status bar what the workspace costs, and the change since HEAD', async () => {
      const item = browser.page.locator('.statusbar-item', { hasText: '/mo' })
      await seen(() => item.allInnerTexts(), /\$[\d,]+\/mo \(\+\$[\d,]+\)/)
    })

    it('completes the teams and the keys of ascribe.yml', async () => {
      await bench.open('ascribe.yml')
      const line =
        platform
          .read('ascribe.yml')
          .split('\n')
          .findIndex((text) => text.includes('product_rec_v3')) + 1
      await bench.goTo(line, 200)
      await bench.press('Enter')
      await browser.page.keyboard.type('churn_v1:')
      // Or Enter takes a word that the editor suggests.
      await bench.press('Escape')
      await bench.press('Enter')
      await browser.page.keyboard.type('  team: ')
      await bench.press('Control+Space')
      const suggestions = browser.page.locator('.suggest-widget:visible .monaco-list-row')
      await seen(() => suggestions.allInnerTexts(), /search-ml/)
      await bench.picture('completion')
      await bench.press('Escape')
      await bench.press('Escape')
      await bench.command('File: Revert File')
    })

    it('compares instance types, and writes the one that is chosen', async () => {
      const editor = await bench.open('training.tf')
      await bench.goTo(BOX.type, 30)
      await seen(() => bench.lenses(editor), /^≈ \$\d{3}\/mo · \w+ · training/)
      await bench.command('Ascribe: Compare Instance Types')
      const rows = bench.quickPick()
      await seen(() => rows.allInnerTexts(), /g5\.4xlarge[\s\S]*\$[\d,]+\/mo \(−\$[\d,]+\)/)
      await bench.picture('what-if')
      await browser.page.keyboard.type('g5.4xlarge')
      await bench.press('Enter')
      await seen(() => editor.locator('.view-line').allInnerTexts(), /instance_type\s+= "g5\.4xlarge"/)
      await seen(() => bench.lenses(editor), /≈ \$\d{3}\/mo · \w+ · \w+ · \+\$\d{3} since HEAD/)
      await bench.command('File: Revert File')
    })

    it('shows the report in a page of its own', async () => {
      await bench.command('Ascribe: Show Cost Report')
      const report = bench.webview().locator('body')
      await seen(() => report.allInnerTexts(), /fraud_xgb_v7/)
      await bench.picture('report')
    })
  })

/** Lines that the fix of the box put before the volume. */
function addedLines(platform: MlPlatform): number {
  const lines = platform.read('infra/training.tf').split('\n')
  return (
    lines.findIndex((line) => line.startsWith('resource "aws_ebs_volume" "payment_graph"')) + 1 - VOLUME.line
  )
}
