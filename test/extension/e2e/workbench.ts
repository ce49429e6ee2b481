import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { FrameLocator, Locator, Page } from 'playwright-core'

/** What a person sees of VS Code, and does with keys and mouse. */
export interface Workbench {
  readonly page: Page
  /** Opens a file by its name, in front. */
  open(name: string): Promise<Locator>
  /** The editor in front puts its cursor there; lines and columns count from 1. */
  goTo(line: number, column?: number): Promise<void>
  /** The command of the palette whose title this is. */
  command(title: string): Promise<void>
  press(keys: string): Promise<void>
  /** Into the text, from wherever the keys went. */
  focus(): Promise<void>
  save(): Promise<void>
  /** The entries of the menu of fixes, once it is open. */
  fixes(open: () => Promise<void>): Promise<readonly string[]>
  /** The rows of the list that is open at the top of the window. */
  quickPick(): Locator
  /** The page within a webview. */
  webview(): FrameLocator
  lenses(editor: Locator): Promise<readonly string[]>
  picture(name: string): Promise<void>
}

export function workbench(page: Page, label: string): Workbench {
  const pictures = process.env.VSCODE_E2E_PICTURES
  const quickInput = page.locator('.quick-input-widget:visible')
  const typed = async (keys: string, text: string) => {
    // The key that opens a list moves on within one that is open.
    if (await quickInput.isVisible()) await page.keyboard.press('Escape')
    await quickInput.waitFor({ state: 'hidden' })
    await page.keyboard.press(keys)
    await quickInput.locator('input.input').fill(text)
  }
  /** What Enter takes is the row in focus, which is another as long as the list is still that of no text. */
  const accept = async (row: string) => {
    await quickInput.locator('.monaco-list-row.focused', { hasText: row }).waitFor()
    await page.keyboard.press('Enter')
  }
  return {
    page,
    async open(name) {
      const editor = page.locator(`.monaco-editor[data-uri$="/${name}"]`).first()
      await typed('Control+P', name)
      await accept(path.basename(name))
      await editor.locator('.view-line').first().waitFor()
      return editor
    },
    async goTo(line, column = 1) {
      await typed('Control+G', `:${line}:${column}`)
      await page.keyboard.press('Enter')
      await quickInput.waitFor({ state: 'hidden' })
    },
    async command(title) {
      await typed('F1', `>${title}`)
      await accept(title)
    },
    focus: () => page.keyboard.press('Control+1'),
    press: (keys) => page.keyboard.press(keys),
    save: () => page.keyboard.press('Control+S'),
    async fixes(open) {
      const rows = page.locator('.action-widget .monaco-list-row.action')
      // Once more where the key came before the editor had taken the focus, or the findings.
      await eventually(async () => {
        await open()
        await rows.first().waitFor({ timeout: 8_000 })
      })
      return (await rows.allInnerTexts()).map((text) => text.trim())
    },
    quickPick: () => quickInput.locator('.monaco-list-row'),
    webview: () => page.frameLocator('iframe.webview').frameLocator('iframe#active-frame'),
    lenses: async (editor) =>
      (await editor.locator('.codelens-decoration').allInnerTexts()).map((text) =>
        text.replaceAll('\u00a0', ' '),
      ),
    async picture(name) {
      if (!pictures) return
      mkdirSync(pictures, { recursive: true })
      // What fades in has come.
      await wait(500)
      await page.screenshot({ path: path.join(pictures, `${label}-${name}.png`) })
    },
  }
}

/** Asks again until what is asked for holds; the last refusal is what the test fails with. */
export async function eventually<T>(ask: () => T | Promise<T>, within = 60_000): Promise<T> {
  const deadline = Date.now() + within
  while (true) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await wait(100)
    }
  }
}

/** The texts of a list, once there is one that matches. */
export async function seen(
  texts: () => Promise<readonly string[]>,
  pattern: RegExp,
): Promise<readonly string[]> {
  return eventually(async () => {
    const all = await texts()
    assert.ok(
      all.some((text) => pattern.test(text.replaceAll('\u00a0', ' '))),
      `nothing of ${JSON.stringify(all)} is ${pattern}`,
    )
    return all
  })
}
