import { identifierEnd } from './characters.ts'

/** Which lines could begin and end heredocs. Asked only about texts that are broken, so found only then. */
export class HeredocLines {
  /** By the offset of the line break: the marker after `<<` at the line's end. */
  readonly #openers = new Map<number, string>()
  /** By marker, ascending: where lines begin that hold nothing else, and where lines end that open one with it. */
  readonly #closers = new Map<string, number[]>()
  readonly #starts = new Map<string, number[]>()

  constructor(text: string) {
    for (let start = 0; start < text.length; ) {
      const lineBreak = text.indexOf('\n', start)
      const end = lineBreak < 0 ? text.length : lineBreak
      const line = text.slice(start, end).trim()
      if (isIdentifier(line) && lineBreak >= 0) append(this.#closers, line, start)
      const open = line.lastIndexOf('<<')
      const name = open < 0 ? '' : line.slice(line.charAt(open + 2) === '-' ? open + 3 : open + 2)
      if (isIdentifier(name)) {
        this.#openers.set(end, name)
        append(this.#starts, name, end)
      }
      start = end + 1
    }
  }

  /** The marker of a heredoc whose introducer ends with the line break at this offset. */
  openedAt(lineBreak: number): string | undefined {
    return this.#openers.get(lineBreak)
  }

  /**
   * Where the line begins that closes a heredoc whose text begins at `from`; undefined where there is none, or where
   * a heredoc with the same marker begins before it, to which it then belongs.
   */
  closingLine(marker: string, from: number): number | undefined {
    const close = firstFrom(this.#closers.get(marker), from)
    const start = firstFrom(this.#starts.get(marker), from)
    return close !== undefined && start !== undefined && start < close ? undefined : close
  }
}

function isIdentifier(text: string): boolean {
  return text !== '' && identifierEnd(text, 0) === text.length
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

function firstFrom(sorted: readonly number[] | undefined, from: number): number | undefined {
  if (sorted === undefined) return undefined
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < from) low = middle + 1
    else high = middle
  }
  return sorted[low]
}
