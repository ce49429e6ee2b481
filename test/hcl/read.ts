import assert from 'node:assert/strict'
import { parseExpression, parseHcl } from '../../core/hcl/parse.ts'
import type { HclFile } from '../../core/hcl/syntax.ts'
import type { Problem } from '../../core/source/problem.ts'
import { locate, SourceFile } from '../../core/source/source-file.ts'
import { print } from './print-tree.ts'

export function read(text: string): HclFile {
  return parseHcl(new SourceFile('main.tf', text))
}

/** `line:column: message` of each problem. */
export function messages(problems: readonly Problem[]): string[] {
  return problems.map(({ message, range }) => {
    const { line, column } = locate(range)
    return `${line}:${column}: ${message}`
  })
}

export function readValid(text: string): HclFile {
  const file = read(text)
  assert.deepEqual(messages(file.problems), [])
  return file
}

/** The expression, printed; it must have no problems. */
export function expression(text: string): string {
  const { expression, problems } = parseExpression(new SourceFile('expression', text))
  assert.deepEqual(messages(problems), [], text)
  return print(expression)
}

/**
 * Problems are drawn under the code: a comment line whose `^` mark the range in the line above, the message after
 * them. A range that goes beyond the line is marked to the line's end.
 */
export function assertProblems(drawn: string): void {
  const lines = drawn.split('\n')
  const file = read(drawn)
  const expected: string[] = []
  lines.forEach((line, index) => {
    const mark = /^#( *)(\^+) (.*)$/.exec(line)
    if (mark === null) return
    const above = lines.slice(0, index).findLastIndex((other) => !/^# *\^/.test(other))
    expected.push(`${above + 1}:${mark[1]!.length + 2}+${mark[2]!.length} ${mark[3]}`)
  })
  const found = file.problems.map(({ message, range }) => {
    const { line, column } = locate(range)
    const rest = file.source.line(line).length - column + 1
    return `${line}:${column}+${Math.max(1, Math.min(range.end - range.start, rest))} ${message}`
  })
  assert.deepEqual(found, expected)
}
