import assert from 'node:assert/strict'
import { readConfig } from '../../../core/config/read-config.ts'
import type { Finding } from '../../../core/domain/finding.ts'
import { usd, ZERO } from '../../../core/domain/money.ts'
import type { Resource } from '../../../core/domain/resource.ts'
import { activation } from '../../../core/inspect/billing-of.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { billedTags } from '../../../core/tags/billed-tags.ts'
import { checkTags } from '../../../core/tags/check-tags.ts'
import { effectiveTags } from '../../../core/tags/effective-tags.ts'
import { buildGraph } from '../../../core/topology/build-graph.ts'
import { load } from '../../support/load.ts'

/** An instance without a block for its disk has one of unknown size, and no figure for it. */
const hasDisks = ({ type, attributes }: Resource) =>
  type !== 'aws_instance' || attributes.entries.has('root_block_device')

/** Which day it is in every story. */
const TODAY = '2026-11-21'

const originOf = () => 'resource' as const

/** What the tag rules say about every resource of a `main.tf`, judged by an ascribe.yml without its version. */
export function findingsIn(text: string, yml = ''): Finding[] {
  const { config, problems } = readConfig(new SourceFile('ascribe.yml', `version: 1\n${yml}`))
  assert.deepEqual(problems, [])
  const { resources } = load(text)
  const graph = buildGraph(resources)
  const effectiveOf = (resource: Resource) => effectiveTags(resource, () => 'resource')
  const notActivated = activation(graph, config)
  return resources.flatMap((resource) => {
    const { azureTagInheritance } = config.attribution
    const billing = { graph, effectiveOf, originOf, notActivated, azureTagInheritance }
    const lines = billedTags(resource, billing).map((line, index) => ({
      ...line,
      cost: index === 0 || hasDisks(resource) ? usd(50) : ZERO,
    }))
    const isAws = resource.provider.source.endsWith('/aws')
    const bill = { lines, notActivated: isAws ? notActivated : () => undefined }
    return checkTags({
      resource,
      tags: effectiveOf(resource),
      monthlyCost: usd(100),
      config,
      bill,
      today: TODAY,
    })
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
