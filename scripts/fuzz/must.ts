import type { Problem } from '../../core/source/problem.ts'
import type { Range } from '../../core/source/source-file.ts'

/** A range lies within its text. */
export function mustBeWithin({ source, start, end }: Range, what: string): void {
  if (start >= 0 && start <= end && end <= source.text.length) return
  throw new Error(`out of range: ${what} at ${start} to ${end} of ${source.text.length}`)
}

/** Every problem lies within its text and says something. */
export function mustBeTold(problems: readonly Problem[]): void {
  for (const { message, range } of problems) {
    mustBeWithin(range, message)
    const { line, column } = range.source.position(range.start)
    if (!(line >= 1 && column >= 1)) throw new Error(`no position: ${line}:${column}`)
    if (message === '') throw new Error('a problem without a message')
    if (/\[object |\bundefined\b.*\bundefined\b/.test(message)) throw new Error(`not a message: ${message}`)
  }
}
