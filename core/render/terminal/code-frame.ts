import type { Range } from '../../source/source-file.ts'
import { characterWidth } from '../text/display-width.ts'
import { visible } from '../text/visible.ts'
import type { Page } from './page.ts'

const TAB = 4
/** A secret may stand in a line of these, and what says that it is one stands elsewhere, or nowhere. */
const HOLDS_VALUES = /\.tfvars(?:\.json)?$/

/**
 * The line that a range starts in, with the range underlined. Long lines are cut around the range; tabs and wide
 * characters take the columns that a terminal gives them. Of a file with values of variables nothing is shown.
 */
export function codeFrame({ source, start, end }: Range, page: Page): readonly string[] {
  if (HOLDS_VALUES.test(source.path)) return []
  const { line, column } = source.position(start)
  const text = source.line(line)
  const characters = [...text].map(shown)
  const last = source.position(Math.max(start, end - 1))
  const from = Math.min(column - 1, characters.length)
  const to = last.line === line ? Math.max(last.column, from + 1) : characters.length
  const gutter = `${line} | `
  const room = page.width - gutter.length
  const first = firstShown(characters, from, room)
  const shownLine = fill(characters.slice(first), room - (first > 0 ? 1 : 0))
  const before = widthOf(characters.slice(first, from)) + (first > 0 ? 1 : 0)
  const length = Math.min(Math.max(widthOf(characters.slice(from, to)), 1), Math.max(room - before, 1))
  const { style } = page
  return [
    style.quiet(gutter) + (first > 0 ? '…' : '') + shownLine,
    `${style.quiet(`${' '.repeat(gutter.length - 2)}| `)}${' '.repeat(before)}${style.error(`^${'~'.repeat(length - 1)}`)}`,
  ]
}

/** A character as it is printed: nothing of a hostile file reaches the terminal as it is. */
function shown(character: string): string {
  if (character === '\t') return ' '.repeat(TAB)
  const safe = visible(character)
  // Formatting characters hide: one that was there is shown.
  return safe === '' ? '�' : safe
}

/** Where the shown part starts, so that the marked character stands in its first two thirds. */
function firstShown(characters: readonly string[], from: number, room: number): number {
  if (widthOf(characters) <= room || widthOf(characters.slice(0, from)) < (room * 2) / 3) return 0
  let first = from
  for (let space = room >> 1; first > 0 && space > 0; first--) space -= widthOf([characters[first - 1]!])
  return first
}

/** As much as fits, and `…` where something does not. */
function fill(characters: readonly string[], room: number): string {
  if (widthOf(characters) <= room) return characters.join('').trimEnd()
  let text = ''
  let width = 0
  for (const character of characters) {
    const wide = widthOf([character])
    if (width + wide > room - 1) break
    text += character
    width += wide
  }
  return `${text}…`
}

function widthOf(characters: readonly string[]): number {
  let width = 0
  for (const text of characters) for (const character of text) width += characterWidth(character)
  return width
}
