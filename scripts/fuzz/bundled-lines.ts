/** A line of a bundle that is one of the files asked for, with code on it. */
export interface BundledLine {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** esbuild heads the code of each file with a comment of its path. */
export function bundledLines(bundle: string, files: RegExp): readonly BundledLine[] {
  const found: BundledLine[] = []
  let file = ''
  let start = 0
  for (const line of bundle.split('\n')) {
    const end = start + line.length
    file = /^\/\/ ((?:core|bills|node_modules|scripts)\/\S+)$/.exec(line)?.[1] ?? file
    const indent = line.search(/\S/)
    if (indent >= 0 && files.test(file) && !/^\s*(?:[\])};,]+|\/\/.*)$/.test(line))
      found.push({ file, start: start + indent, end })
    start = end + 1
  }
  return found
}

export interface ReachedLines {
  readonly lines: number
  readonly reached: number
  /** By file, what was not reached. */
  readonly missed: ReadonlyMap<string, readonly string[]>
}

/** A line is reached where its first character ran. */
export function reachedLines(
  bundle: string,
  lines: readonly BundledLine[],
  reached: Uint8Array,
): ReachedLines {
  const missed = new Map<string, string[]>()
  for (const { file, start, end } of lines) {
    if (reached[start] === 1) continue
    const there = missed.get(file)
    const text = bundle.slice(start, end)
    if (there) there.push(text)
    else missed.set(file, [text])
  }
  const misses = [...missed.values()].reduce((sum, each) => sum + each.length, 0)
  return { lines: lines.length, reached: lines.length - misses, missed }
}
