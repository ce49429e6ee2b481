import assert from 'node:assert/strict'
import type { Config } from '../../../core/config/config.ts'
import { readConfig } from '../../../core/config/read-config.ts'
import type { Problem } from '../../../core/source/problem.ts'
import { SourceFile } from '../../../core/source/source-file.ts'

/**
 * Reads an ascribe.yml whose problems are drawn under the lines they are in, as comments:
 * ```
 * shema: {}
 * # <- error unknown key "shema". did you mean "schema"?
 * ```
 * `# <-` is for column 1; further right, `#   ^^^ error …` marks the first line of the range.
 */
export function check(drawn: string): Config {
  const lines = drawn.replace(/^\n/, '').split('\n')
  const text = lines.filter((line) => !isDrawing(line)).join('\n')
  const source = new SourceFile('ascribe.yml', text)
  const { config, problems } = readConfig(source)
  const actual = text.split('\n').flatMap((line, index) => {
    const here = problems.filter(({ range }) => source.position(range.start).line === index + 1)
    return [line, ...here.map((problem) => draw(problem, source, line))]
  })
  assert.equal(actual.join('\n'), lines.join('\n'))
  return config
}

const isDrawing = (line: string) => /^# *(<-|\^+) /.test(line)

function draw({ severity, message, range }: Problem, source: SourceFile, line: string): string {
  const { column } = source.position(range.start)
  if (column === 1) return `# <- ${severity} ${message}`
  const length = Math.max(1, Math.min(range.end - range.start, line.length - column + 1))
  return `#${' '.repeat(column - 2)}${'^'.repeat(length)} ${severity} ${message}`
}
