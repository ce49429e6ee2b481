/** A stretch of a patch, as the new side has it: added and unchanged lines, with their one-based numbers. */
export interface Hunk {
  readonly start: number
  readonly lines: readonly string[]
}

/** What a unified diff of one file shows of the new side. A file without a patch shows nothing. */
export function hunksOf(patch: string): readonly Hunk[] {
  const hunks: { start: number; lines: string[] }[] = []
  for (const line of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(line)?.[1]
    if (start !== undefined) hunks.push({ start: Number(start), lines: [] })
    else if (line.startsWith('+') || line.startsWith(' ')) hunks.at(-1)?.lines.push(line.slice(1))
  }
  return hunks
}

/** Whether these lines, from number `first` on, are all shown by one hunk and read just so. */
export function shows(hunks: readonly Hunk[], first: number, lines: readonly string[]): boolean {
  return hunks.some(
    ({ start, lines: shown }) =>
      first >= start && lines.every((line, index) => shown[first - start + index] === line),
  )
}
