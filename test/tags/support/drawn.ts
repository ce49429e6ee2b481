import assert from 'node:assert/strict'
import { readConfig } from '../../../core/config/read-config.ts'
import type { Finding } from '../../../core/domain/finding.ts'
import { usd } from '../../../core/domain/money.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { checkTags } from '../../../core/tags/check-tags.ts'
import { effectiveTags } from '../../../core/tags/effective-tags.ts'
import { load } from '../../support/load.ts'

/** What the tag rules say about every resource of a `main.tf`, judged by an ascribe.yml without its version. */
export function findingsIn(text: string, yml = ''): Finding[] {
  const { config, problems } = readConfig(new SourceFile('ascribe.yml', `version: 1\n${yml}`))
  assert.deepEqual(problems, [])
  return load(text).resources.flatMap((resource) => {
    const tags = effectiveTags(resource, () => 'resource')
    return checkTags({ resource, tags, monthlyCost: usd(100), config })
  })
}

/**
 * Findings of one rule, drawn as comments under the lines they are in:
 * ```
 * resource "aws_instance" "train" {
 * # <- error aws_instance.train has no "team" tag
 * ```
 * `# <-` is for column 1; further right, `#   ^^^ error …` marks the range.
 */
export function check(ruleId: string, drawn: string, yml?: string): void {
  const lines = drawn.replace(/^\n/, '').split('\n')
  const text = lines.filter((line) => !/^# *(<-|\^+) /.test(line)).join('\n')
  const findings = findingsIn(text, yml).filter((finding) => finding.ruleId === ruleId)
  const actual = text.split('\n').flatMap((line, index) => {
    const here = findings.filter(({ range }) => range.source.position(range.start).line === index + 1)
    return [line, ...here.map((finding) => draw(finding, line))]
  })
  assert.equal(actual.join('\n'), lines.join('\n'))
}

function draw({ severity, message, range }: Finding, line: string): string {
  const { column } = range.source.position(range.start)
  if (column === 1) return `# <- ${severity} ${message}`
  const length = Math.max(1, Math.min(range.end - range.start, line.length - column + 1))
  return `#${' '.repeat(column - 2)}${'^'.repeat(length)} ${severity} ${message}`
}
