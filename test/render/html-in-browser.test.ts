import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { renderers } from '../../core/render/index.ts'
import { reportPage } from '../../extension/report-page.ts'
import { cataloguedReview, fraudEndpointReview } from './fraud-endpoint.ts'
import { assertTold, inChromium, itCanBeRead, menu } from './in-chromium.ts'

const PAGE = renderers.review.html(fraudEndpointReview(), { colour: false, width: 80 })

/** The page in a real browser; skipped, and counted as such, where there is none. */
describe('the HTML report in Chromium', function () {
  this.timeout(60_000)
  const open = inChromium('https://report.example/', PAGE)

  const headings = async (page: Page, table: string): Promise<readonly string[]> => {
    const rows = page.getByRole('region', { name: table }).locator('tbody th')
    const texts: string[] = []
    for (const row of await rows.all()) if (await row.isVisible()) texts.push((await row.innerText()).trim())
    return texts
  }

  it('asks nobody for anything, and its policy finds nothing to refuse', async () => {
    const { page, complaints } = await open()
    assert.deepEqual(complaints, [])
    await page.close()
  })

  it('bars are as long as their dollars', async () => {
    const { page } = await open()
    const bars = await page.locator('.bar').evaluateAll((elements) =>
      elements.map((bar) => {
        const rects = [...bar.querySelectorAll('rect')]
        const width = rects.reduce((sum, rect) => sum + rect.getBoundingClientRect().width, 0)
        return { width, dollars: Number(bar.querySelector('span')!.textContent!.replace(/[$,]/g, '')) }
      }),
    )
    const longest = bars.reduce((most, bar) => (bar.dollars > most.dollars ? bar : most))
    assert.ok(bars.length === 6 && longest.width > 300)
    for (const { width, dollars } of bars)
      assert.ok(
        Math.abs(width / longest.width - dollars / longest.dollars) < 0.02,
        `${width} for $${dollars}`,
      )
    await page.close()
  })

  it('a choice shows the rows of its owner alone, two choices those of both, and all come back', async () => {
    const { page } = await open()
    const all = await headings(page, 'Resources changed')
    assert.equal(all.length, 3)
    await menu(page, 'Team').selectOption({ label: 'growth-ml ($16,358 → $16,783)' })
    assert.deepEqual(await headings(page, 'Resources changed'), [
      'module.ranker.aws_sagemaker_endpoint.this[0]',
    ])
    assert.deepEqual(await headings(page, 'Models by phase'), ['reco_ranker_v3', 'churn_lgbm_v2'])
    assert.equal(await page.locator('.owner:visible').count(), 1)
    // What is new is not about them: the table goes with its rows.
    assert.equal(await page.getByRole('region', { name: 'New:' }).isVisible(), false)
    await menu(page, 'Phase').selectOption({ label: 'inference ($593 → $2,906)' })
    await menu(page, 'Team').selectOption('missing')
    assert.deepEqual(await headings(page, 'Models by phase'), [])
    await page.getByRole('button', { name: 'Show all' }).click()
    assert.deepEqual(await headings(page, 'Resources changed'), all)
    await page.close()
  })

  it('a choice holds for budgets and for what the money buys', async () => {
    const html = renderers.review.html(cataloguedReview(), { colour: false, width: 80 })
    const { page } = await open({ html })
    assert.deepEqual(await headings(page, 'Used after the change'), ['risk-ml', 'growth-ml'])
    await menu(page, 'Team').selectOption({ label: 'growth-ml ($16,358 → $16,783)' })
    assert.deepEqual(await headings(page, 'Used after the change'), ['growth-ml'])
    await menu(page, 'Model').selectOption({ label: 'fraud_xgb_v7 ($788 → $2,676)' })
    assert.deepEqual(await headings(page, 'Unit economics'), ['fraud_xgb_v7'])
    await page.close()
  })

  it('is worked by keyboard alone, and says where one is', async () => {
    const { page } = await open()
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'by-team')
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)
    assert.notEqual(outline, 'none')
    await page.keyboard.press('r')
    assert.deepEqual(await headings(page, 'Resources changed'), ['aws_sagemaker_endpoint.fraud'])
    const reached = new Set<string>()
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab')
      reached.add(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
    }
    assert.ok([...reached].some((label) => label.startsWith('Resources changed')))
    await page.close()
  })

  it('is told to who does not see it', async () => {
    await assertTold(await open(), [
      '- heading "+$3,198 per month" [level=1]',
      '- form "Filters"',
      '- combobox "Team"',
      'img "risk-ml, after: $2,676 a month, of it Training $620, Inference $2,056"',
      '- table "Models by phase, USD a month"',
      '- rowheader "aws_sagemaker_endpoint.fraud"',
      '- columnheader "Change"',
    ])
  })

  itCanBeRead(open, [PAGE])

  it('the same page chooses in the editor too, whose panel lets in no script', async () => {
    const { page, complaints } = await open({ html: reportPage(PAGE, 'r4nd0m') })
    await menu(page, 'Environment').selectOption({ label: 'production ($17,146 → $20,344)' })
    assert.ok(!(await headings(page, 'Models by phase')).includes('nobody'))
    await menu(page, 'Model').selectOption({ label: 'reco_ranker_v3 ($2,635 → $3,060)' })
    assert.deepEqual(await headings(page, 'Models by phase'), ['reco_ranker_v3'])
    assert.deepEqual(complaints, [])
    await page.close()
  })
})
