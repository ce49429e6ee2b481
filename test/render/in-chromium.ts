import assert from 'node:assert/strict'
import { type Browser, chromium, type Page } from 'playwright-core'
import { BROWSER } from './browser.ts'
import { poorestContrast } from './contrast.ts'

export interface Look {
  readonly html?: string
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly hasScript?: boolean
  /** What of the address comes after the page's. */
  readonly at?: string
}

export interface Opened {
  readonly page: Page
  /** What the page asked for, what its policy refused it, and what it said. */
  readonly complaints: readonly string[]
}

type Open = (look?: Look) => Promise<Opened>

/** For a suite: opens pages in a real browser. Where there is none the suite is skipped, and counted as such. */
export function inChromium(address: string, standard: string): Open {
  let browser: Browser | undefined
  before(async function () {
    if (BROWSER === undefined) return this.skip()
    browser = await chromium.launch({
      executablePath: BROWSER,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  })
  after(() => browser?.close())
  return async ({ html = standard, scheme = 'light', width = 1200, hasScript = true, at = '' } = {}) => {
    const page = await browser!.newPage({
      colorScheme: scheme,
      viewport: { width, height: 900 },
      javaScriptEnabled: hasScript,
    })
    const complaints: string[] = []
    // The runner's compiler gives functions their names by it, also those that run in the page.
    await page.addInitScript('globalThis.__name = (named) => named')
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => complaints.push(dialog.message()))
    await page.route('**', (route) => {
      if (route.request().url() === address) return route.fulfill({ contentType: 'text/html', body: html })
      complaints.push(route.request().url())
      return route.abort()
    })
    await page.goto(address + at)
    return { page, complaints }
  }
}

/** What holds of every page, for who sees little or has a small screen. */
export function itCanBeRead(open: Open, pages: readonly string[]): void {
  for (const scheme of ['light', 'dark'] as const)
    it(`all text stands out from its ground by 4.5:1 or more, ${scheme}`, async () => {
      const { page } = await open({ scheme })
      const { ground, poorest } = await page.evaluate(poorestContrast)
      assert.ok(scheme === 'light' ? ground > 0.9 : ground < 0.1, String(ground))
      assert.ok(poorest.ratio >= 4.5, `${poorest.text}: ${poorest.ratio}`)
      await page.close()
    })

  it('fits a telephone: what is wide scrolls by itself', async () => {
    for (const html of pages) {
      const { page } = await open({ html, width: 320 })
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320)
      await page.close()
    }
  })
}

/** That the page says these parts to who does not see it. */
export async function assertTold({ page }: Opened, parts: readonly string[]): Promise<void> {
  const told = await page.locator('main').ariaSnapshot()
  for (const part of parts) assert.ok(told.includes(part), `${part} is not in\n${told}`)
  await page.close()
}

export const menu = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })
