import assert from 'node:assert/strict'
import { mergeReports, readReport, renderers, reviewChange } from '../../core/index.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'

const PLAIN = { colour: false, width: 80 }
const PROVIDER = 'provider "aws" { region = "us-east-1" }\n'
const CONFIG = `version: 1
schema: { preset: none, keys: { team: { required: true } } }
enforcement: { mode: warn, enforce-from: 2027-01-15 }
exemptions: [{ rule: missing-tag, match: { address: "*.legacy" }, reason: retired in Q1, until: 2027-03-31 }]
`
const machine = (name: string) => `resource "aws_instance" "${name}" {\n  instance_type = "m5.xlarge"\n}\n`

/** A change in one project, all of whose findings are accepted or announced one way or another. */
function reviewOf(project: string) {
  const baseline = JSON.stringify({
    version: 1,
    findings: [{ project, address: 'aws_instance.known', rule: 'missing-tag', key: 'team' }],
  })
  const base = {
    'ascribe.yml': CONFIG,
    'ascribe.baseline.json': baseline,
    [`${project}/main.tf`]: PROVIDER + machine('legacy') + machine('known'),
  }
  const added = `# ascribe:ignore missing-tag only for the launch\n${machine('gpu')}`
  const head = { ...base, [`${project}/main.tf`]: base[`${project}/main.tf`] + added }
  return reviewChange(
    { label: 'base', tree: memoryTree(base) },
    { label: 'head', tree: memoryTree(head) },
    { below: '', prices: frozenBook(), failOn: undefined, today: '2026-11-21' },
  )
}

describe('a report that is handed over', () => {
  const handed = (project: string) => ({
    name: `${project}.json`,
    review: readReport(renderers.review.json(reviewOf(project), PLAIN), `${project}.json`),
  })

  it('tells what is exempt, known, added and not enforced yet, as the review did', () => {
    const text = renderers.review.markdown(reviewOf('infra'), PLAIN)
    for (const said of [
      /retired in Q1/,
      /1 known finding in the baseline/,
      /only for the launch/,
      /55 days left/,
    ])
      assert.match(text, said)
    assert.equal(renderers.review.markdown(handed('infra').review, PLAIN), text)
  })

  it('is merged with others: all is told of, and what holds for all of them once', () => {
    const merged = mergeReports([handed('infra'), handed('research')])
    assert.equal(merged.accepted!.length, 4)
    assert.equal(merged.addedExemptions!.length, 2)
    assert.equal(merged.enforcement!.length, 1)
    assert.match(renderers.review.terminal(merged, PLAIN), /2 known findings in the baseline/)
  })
})
