/** Characters that fill two columns: East Asian wide and full-width ones, and emoji that are pictures by default. */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f1e6}-\u{1f1ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** Characters that stand on the one before them. */
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]/u

/** How many columns of a terminal a text fills; it holds no control characters. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

export function characterWidth(character: string): number {
  if (character <= '\u02ff') return 1
  if (ZERO_WIDTH.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}

/** As much of a text's beginning as fits. */
export function startOf(text: string, width: number): string {
  let room = width
  let end = 0
  for (const character of text) {
    room -= characterWidth(character)
    if (room < 0) break
    end += character.length
  }
  return text.slice(0, end)
}

/** As much of a text's end as fits. */
function endOf(text: string, width: number): string {
  let room = width
  let start = text.length
  while (start > 0) {
    // Not by code units: half a character is none.
    const isPair = start > 1 && text.codePointAt(start - 2)! > 0xffff
    const character = text.slice(start - (isPair ? 2 : 1), start)
    room -= characterWidth(character)
    if (room < 0) break
    start -= character.length
  }
  return text.slice(start)
}

/** The text, cut in the middle where it is wider: names differ at both ends. */
export function cutMiddle(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  if (width <= 1) return width === 1 ? '…' : ''
  const tail = (width - 1) >> 1
  return `${startOf(text, width - 1 - tail)}…${endOf(text, tail)}`
}

/** The text, cut at its end where it is wider. */
export function cutEnd(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  return width < 1 ? '' : `${startOf(text, width - 1)}…`
}
