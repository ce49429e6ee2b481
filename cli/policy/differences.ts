import type { PolicyText } from './exported-folder.ts'

/** What differs, file by file; within a file the lines between what both have at its beginning and its end. */
export function differences(before: readonly PolicyText[], after: readonly PolicyText[]): readonly string[] {
  const old = new Map(before.map(({ path, text }) => [path, text]))
  const fresh = new Map(after.map(({ path, text }) => [path, text]))
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((path) => {
    const was = old.get(path)
    const is = fresh.get(path)
    if (was === is) return []
    if (was === undefined) return [`+ ${path}: new, or deleted since the last export`]
    if (is === undefined) return [`- ${path}: no longer written`]
    return [`~ ${path}`, ...changedLines(was.split('\n'), is.split('\n'))]
  })
}

function changedLines(was: readonly string[], is: readonly string[]): readonly string[] {
  const shorter = Math.min(was.length, is.length)
  let start = 0
  while (start < shorter && was[start] === is[start]) start++
  let end = 0
  while (end < shorter - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end++
  return [
    `    line ${start + 1}:`,
    ...was.slice(start, was.length - end).map((line) => `    - ${line}`),
    ...is.slice(start, is.length - end).map((line) => `    + ${line}`),
  ]
}
