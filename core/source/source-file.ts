/** A file's text, with its lines found once and only when somebody asks where an offset is. */
export class SourceFile {
  readonly path: string
  readonly text: string
  #lineStarts: number[] | undefined

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
  }

  /** One-based line and column of a UTF-16 offset; columns count code points, as Terraform's messages do. */
  position(offset: number): Position {
    const starts = this.lineStarts()
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    let column = 1
    for (let at = starts[low]!; at < offset; column++) at += this.text.codePointAt(at)! > 0xffff ? 2 : 1
    return { line: low + 1, column }
  }

  /** The text of a one-based line, without its line break. */
  line(number: number): string {
    const starts = this.lineStarts()
    const start = starts[number - 1]
    if (start === undefined) return ''
    return this.text.slice(start, starts[number] ?? this.text.length).replace(/\r?\n$/, '')
  }

  private lineStarts(): number[] {
    if (this.#lineStarts === undefined) {
      this.#lineStarts = [0]
      for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1))
        this.#lineStarts.push(at + 1)
    }
    return this.#lineStarts
  }
}

export interface Position {
  readonly line: number
  readonly column: number
}

/** A stretch of a file, in UTF-16 offsets, end exclusive. Lines and columns appear only where results are shown. */
export interface Range {
  readonly source: SourceFile
  readonly start: number
  readonly end: number
}

/** `path:line:column` of where a range starts. */
export function locate(range: Range): { readonly path: string } & Position {
  return { path: range.source.path, ...range.source.position(range.start) }
}

/** Where it starts, as people write it: `main.tf:12`. */
export function fileAndLine(range: Range): string {
  const { path, line } = locate(range)
  return `${path}:${line}`
}
