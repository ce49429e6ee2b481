import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { toDollars, type Usd } from '../../../core/domain/money.ts'
import { pageData } from '../../../core/render/html/dashboard/page-data.ts'
import { htmlDashboard, htmlTeamDashboard } from '../../../core/render/html/dashboard.ts'
import { big, charge, OCTOBER, SEPTEMBER, storyOf } from '../../billing/dashboard/story.ts'
import { assertTold, inChromium, itCanBeRead, menu } from '../in-chromium.ts'
import { OPTIONS } from './options.ts'

const STORY = storyOf([...SEPTEMBER, ...OCTOBER])
const ALL = htmlDashboard(STORY.pages, OPTIONS)
const DATA = pageData(STORY.pages.all)
const TEAM = htmlTeamDashboard(STORY.page('fraud-ml'), OPTIONS)

/** The pages in a real browser; skipped, and counted as such, where there is none. */
describe('dashboards in Chromium', function () {
  this.timeout(60_000)
  const ADDRESS = 'https://dashboard.example/'
  const open = inChromium(ADDRESS, ALL)

  const shown = async (page: Page) => Number(await page.locator('#shown-total').getAttribute('value'))
  const sumOf = (which: (allocation: (typeof STORY.report.allocations)[number]) => boolean) =>
    toDollars(STORY.report.allocations.filter(which).reduce((sum, { amount }) => sum + amount, 0) as Usd)
  const bars = async (page: Page) =>
    Object.fromEntries(
      await page
        .locator('#bars .owner')
        .evaluateAll((rows) =>
          rows.map((row) => [
            row.querySelector('.name')!.textContent,
            row.querySelector('.bar span')!.textContent,
          ]),
        ),
    )

  it('ask nobody for anything, and their policy finds nothing to refuse', async () => {
    for (const html of [ALL, TEAM, htmlTeamDashboard(STORY.page('research'), OPTIONS)]) {
      const { page, complaints } = await open({ html })
      assert.deepEqual(complaints, [])
      await page.close()
    }
  })

  it('show the report’s figures, and for a choice the sum of what it names, as a part of the bill', async () => {
    const { page } = await open()
    assert.equal(await shown(page), toDollars(STORY.report.total))
    await menu(page, 'Team').selectOption({ label: 'fraud-ml ($130)' })
    assert.equal(
      await shown(page),
      sumOf(({ owner, kind }) => owner.team === 'fraud-ml' && kind !== 'apart'),
    )
    await menu(page, 'Phase').selectOption({ label: 'training ($149)' })
    assert.equal(
      await shown(page),
      sumOf(({ owner }) => owner.team === 'fraud-ml' && owner.phase === 'training'),
    )
    assert.match(
      await page.locator('#shown').innerText(),
      /^Shown: \$120 of the \$239 that are billed \(50\.3%\): team fraud-ml, phase training\.$/,
    )
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.waitForFunction(() => !document.querySelector('#shown')!.textContent!.includes('fraud'))
    assert.equal(await shown(page), toDollars(STORY.report.total))
    await page.close()
  })

  it('group by any tag; shared costs stand with who carries them, or by themselves', async () => {
    const { page } = await open()
    await menu(page, 'A bar for each').selectOption('Team')
    assert.deepEqual(await bars(page), {
      'fraud-ml': '$130',
      'search-ml': '$79',
      'ml-platform': '$15',
      '(idle)': '$9.00',
      '(untagged)': '$3.50',
      '(apart)': '$2.00',
    })
    await page.getByLabel('shared costs with who carries them').uncheck()
    assert.equal((await bars(page))['fraud-ml'], '$120')
    assert.equal((await bars(page))['(shared)'], '$20')
    assert.equal(await shown(page), toDollars(STORY.report.total))
    await page.getByLabel('spread what is idle').check()
    assert.equal((await bars(page))['(idle)'], undefined)
    assert.equal(await shown(page), toDollars(STORY.report.total))
    await page.close()
  })

  it('tables of models and teams follow a choice of either', async () => {
    const { page } = await open()
    const rows = async (table: string) =>
      (await page.getByRole('region', { name: table }).locator('tbody tr:visible th').allInnerTexts()).map(
        (name) => name.trim(),
      )
    assert.deepEqual(await rows('Cost by team'), [
      'fraud-ml',
      'search-ml',
      'ml-platform',
      'research',
      'nobody',
    ])
    await menu(page, 'Model').selectOption(String(DATA.names.model.indexOf('rank_v2')))
    assert.deepEqual(await rows('Cost by model'), ['rank_v2'])
    await page.close()
  })

  it('a choice is in the address: a view can be sent as a link', async () => {
    const { page } = await open()
    await menu(page, 'Team').selectOption(String(DATA.names.team.indexOf('fraud-ml')))
    await menu(page, 'A bar for each').selectOption('Team')
    await page.getByLabel('shared costs with who carries them').uncheck()
    const link = page.url()
    assert.equal(link, `${ADDRESS}#team=fraud-ml&group=team&shared=apart`)
    const other = await open({ at: link.slice(ADDRESS.length) })
    assert.equal(await shown(other.page), 120)
    assert.deepEqual(await bars(other.page), { 'fraud-ml': '$120' })
    const stale = await open({ at: '#team=gone&nothing"]=x&stack=x' })
    assert.deepEqual(stale.complaints, [])
    assert.equal(await shown(stale.page), toDollars(STORY.report.total))
    for (const each of [page, other.page, stale.page]) await each.close()
  })

  it('bars and columns are as long as their money', async () => {
    const { page } = await open()
    const lengths = await page.locator('#bars .bar').evaluateAll((elements) =>
      elements.map((bar) => ({
        width: [...bar.querySelectorAll('rect')].reduce(
          (sum, rect) => sum + rect.getBoundingClientRect().width,
          0,
        ),
        dollars: Number(bar.querySelector('span')!.textContent!.replace(/[$,]/g, '')),
      })),
    )
    const [longest] = lengths
    assert.ok(lengths.length > 3 && longest!.width > 300)
    for (const { width, dollars } of lengths)
      assert.ok(
        Math.abs(width / longest!.width - dollars / longest!.dollars) < 0.02,
        `${width} for ${dollars}`,
      )
    const heights = await page
      .locator('#trend g')
      .evaluateAll((columns) =>
        columns.map((column) =>
          [...column.querySelectorAll('rect')].reduce(
            (sum, rect) => sum + rect.getBoundingClientRect().height,
            0,
          ),
        ),
      )
    assert.equal(heights.length, 2)
    assert.ok(Math.abs(heights[0]! / heights[1]! - 125 / 238.5) < 0.02, String(heights))
    await page.close()
  })

  it('are read without a script: all figures, no menus', async () => {
    const { page } = await open({ hasScript: false })
    assert.equal(await page.locator('form').isVisible(), false)
    await page.getByText('The figures as a table').first().click()
    assert.ok(await page.getByRole('region', { name: 'Project by phase' }).isVisible())
    await page.close()
  })

  it('are worked by keyboard alone, and a table that is open stays so', async () => {
    const { page } = await open({ html: TEAM })
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'by-group')
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle), 'none')
    await page.locator('#days summary').focus()
    await page.keyboard.press('Enter')
    await menu(page, 'Phase').focus()
    await page.keyboard.press('t')
    assert.equal(await shown(page), 120)
    assert.ok(await page.locator('#days table').isVisible())
    await page.close()
  })

  it('are told to who does not see them', async () => {
    await assertTold(await open(), [
      '- heading "$239 billed in October 2026" [level=1]',
      '- form "What is shown"',
      'combobox "Cost centre"',
      'img "fraud: $134, of it Training $120, Shared platform fees $10, Untagged $3.50"',
      '- table "Cost by model, USD',
      'img "search-ml: $79 of $1,000 (7%), within"',
    ])
  })

  itCanBeRead(open, [ALL, TEAM])

  it('hostile names do nothing, in menus, bars and tables', async () => {
    const name = '</script></option><img src=x onerror=alert(1)>\u2028'
    const by = { team: name, model: name, project: name, phase: name, service: name }
    const html = htmlDashboard(
      storyOf([charge('2026-10-01', 5, by), charge('2026-10-01', 4, { ...by, team: 'other' })]).pages,
      OPTIONS,
    )
    const { page, complaints } = await open({ html })
    await menu(page, 'Team').selectOption({ index: 1 })
    await menu(page, 'A bar for each').selectOption('Team')
    assert.equal(await shown(page), 5)
    assert.equal(await page.locator('img:not([role])').count(), 0)
    assert.deepEqual(complaints, [])
    await page.close()
  })

  it('thousands of models are chosen from without a wait', async () => {
    const { page } = await open({ html: htmlDashboard(big().pages, OPTIONS) })
    const took = await page.evaluate(() => {
      const started = performance.now()
      const team = document.querySelector<HTMLSelectElement>('[name="team"]')!
      team.selectedIndex = 3
      team.dispatchEvent(new Event('input', { bubbles: true }))
      return performance.now() - started
    })
    assert.ok(took < 1_000, `${took} ms`)
    await page.close()
  })
})
