import { existsSync } from 'node:fs'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { HOST } from './editor-server.ts'

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

export interface Browser {
  readonly page: Page
  close(): Promise<void>
}

/** A browser that reaches nothing but the editor: with and without internet the tests see the same. */
export async function openBrowser(profile: string): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place))
  if (!executablePath) throw new Error('there is no Chromium. run: npm run test:e2e:setup')
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1400, height: 900 },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  })
  await context.route(
    (url) => url.hostname !== HOST && url.protocol.startsWith('http'),
    (route) => route.abort(),
  )
  context.setDefaultTimeout(60_000)
  return { page: context.pages()[0] ?? (await context.newPage()), close: () => context.close() }
}
