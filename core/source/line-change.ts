/** Whole lines that become others. Where none are replaced, `lines` are inserted before `first`. */
export interface LineChange {
  /** One-based. */
  readonly first: number
  /** How many lines are replaced. */
  readonly count: number
  readonly lines: readonly string[]
}

/** The one stretch of lines in which two texts differ; undefined where they are the same. */
export function lineChange(before: string, after: string): LineChange | undefined {
  if (before === after) return undefined
  const [old, now] = [before.split('\n'), after.split('\n')]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head++
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  return { first: head + 1, count: old.length - head - tail, lines: now.slice(head, now.length - tail) }
}
