/** The lines that differ, as a diff shows them, with one line of context. */
export function changedLines(before: string, after: string): string {
  const a = before.split('\n')
  const b = after.split('\n')
  const common = lengths(a, b)
  const lines: { readonly mark: ' ' | '-' | '+'; readonly text: string }[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ mark: ' ', text: a[i++]! })
      j++
    } else if (i < a.length && (j >= b.length || common[i + 1]![j]! >= common[i]![j + 1]!))
      lines.push({ mark: '-', text: a[i++]! })
    else lines.push({ mark: '+', text: b[j++]! })
  }
  const isNear = (at: number) => [at - 1, at, at + 1].some((near) => (lines[near]?.mark ?? ' ') !== ' ')
  return lines
    .filter((_, at) => isNear(at))
    .map(({ mark, text }) => `${mark} ${text}`.trimEnd())
    .join('\n')
}

/** Lengths of the longest common subsequences of what is left. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}
