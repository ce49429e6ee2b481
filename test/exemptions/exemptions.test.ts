import assert from 'node:assert/strict'
import fc from 'fast-check'
import { check } from '../../core/check.ts'
import type { Finding } from '../../core/domain/finding.ts'
import { toDollars } from '../../core/domain/money.ts'
import { locate } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'
import type { Files } from '../support/review-files.ts'

const TODAY = '2026-11-21'
const CONFIG = `version: 1
schema:
  preset: none
  keys: { team: { required: true }, model_id: { required: true } }
`
const PROVIDER = 'provider "aws" { region = "us-east-1" }\n'
const legacy = (
  above = '',
  inside = '',
  behind = '',
) => `${PROVIDER}${above}resource "aws_instance" "legacy" {${behind}
  ${inside}
  instance_type = "m5.xlarge"
}
`

function checked(files: Files, today = TODAY) {
  return check(memoryTree({ 'ascribe.yml': CONFIG, ...files }), '', frozenBook(), [], today)
}

const told = ({ ruleId, key }: Finding) => (key === undefined ? ruleId : `${ruleId}(${key})`)
const found = (files: Files, today = TODAY) => checked(files, today).findings.map(told)

describe('a comment that exempts', () => {
  const whole = '# ascribe:ignore missing-tag retired in Q1'
  for (const [where, text] of Object.entries({
    'above the block': legacy(`${whole}\n`),
    'above it, with // and other comments between': legacy(`${whole.replace('#', '//')}\n# the old one\n`),
    'above it, over two lines': legacy('/* ascribe:ignore missing-tag\n   retired in Q1 */\n'),
    'as the first line in it': legacy('', whole),
    'behind its header': legacy('', '', ` ${whole}`),
  }))
    it(`stands ${where}`, () => {
      const { findings, accepted } = checked({ 'main.tf': text })
      assert.deepEqual(findings, [])
      assert.deepEqual(accepted.map(told), ['missing-tag(team)', 'missing-tag(model_id)'])
      const by = accepted[0]!.accepted
      assert.ok(by?.kind === 'exemption')
      assert.deepEqual(
        [by.from, by.reason, by.owner, by.until],
        ['comment', 'retired in Q1', undefined, undefined],
      )
    })

  it('may name several rules, keys, a last day and who answers for it', () => {
    const text = legacy(
      '# ascribe:ignore missing-tag(team), tag-not-billed until=2027-03-31 owner=ml-platform moves to ml-core\n',
    )
    const { findings, accepted } = checked({ 'main.tf': text })
    assert.deepEqual(findings.map(told), ['missing-tag(model_id)', 'unused-exemption(tag-not-billed)'])
    const by = accepted[0]!.accepted
    assert.ok(by?.kind === 'exemption')
    assert.deepEqual([by.reason, by.owner, by.until], ['moves to ml-core', 'ml-platform', '2027-03-31'])
  })

  it('may say its last day behind the reason too, and does not hold for ever by that', () => {
    const text = legacy(
      '# ascribe:ignore missing-tag: see until=now in the runbook owner=ml-platform until=2027-03-31\n',
    )
    const [first] = checked({ 'main.tf': text }).accepted
    assert.ok(first?.accepted?.kind === 'exemption')
    const { reason, owner, until } = first.accepted
    assert.deepEqual([reason, owner, until], ['see until=now in the runbook', 'ml-platform', '2027-03-31'])
    assert.ok(found({ 'main.tf': text }, '2027-04-01').includes('expired-exemption(missing-tag)'))
    const wrong = legacy('# ascribe:ignore missing-tag retired until=2027-13-45\n')
    assert.deepEqual(checked({ 'main.tf': wrong }).accepted, [])
  })

  it('is for the block that it stands beside, and for no other', () => {
    const other = `resource "aws_instance" "other" {\n  instance_type = "m5.xlarge"\n}\n`
    const { findings } = checked({ 'main.tf': `${legacy(`${whole}\n`)}${other}` })
    assert.deepEqual(new Set(findings.map(({ address }) => address)), new Set(['aws_instance.other']))
    const apart = found({ 'main.tf': legacy(`${whole}\n\n`) })
    assert.deepEqual(apart, ['missing-tag(team)', 'missing-tag(model_id)', 'unused-exemption(missing-tag)'])
  })

  it('beside a module call is for all that the module makes', () => {
    const files = {
      'main.tf': `${PROVIDER}${whole}\nmodule "old" {\n  source = "./old"\n}\n`,
      'old/main.tf': 'resource "aws_instance" "a" {\n  instance_type = "m5.xlarge"\n}\n',
    }
    assert.deepEqual(found(files), [])
  })

  it('is none within a text', () => {
    const text = legacy('', `user_data = <<-EOT\n    ${whole}\n  EOT`)
    assert.deepEqual(found({ 'main.tf': text }), ['missing-tag(team)', 'missing-tag(model_id)'])
  })

  it('stands anywhere in the document of a Kubernetes object', () => {
    const job = (comment: string, data = '') => `apiVersion: batch/v1
kind: Job
metadata:
  name: train
  ${comment}
  labels: {}
spec:
  template:
    spec:
      containers:
        - name: train
          ${data}
          resources: { requests: { cpu: "2", memory: 4Gi } }
`
    assert.deepEqual(found({ 'job.yaml': job(whole) }), [])
    assert.deepEqual(found({ 'job.yaml': `${whole}\n---\n${job('')}` }), [])
    const quoted = job('', `args: ["${whole}"]`)
    assert.deepEqual(found({ 'job.yaml': quoted }), ['missing-tag(team)', 'missing-tag(model_id)'])
  })
})

describe('whatever a comment says', () => {
  const plain = checked({ 'main.tf': legacy() })
  const words = fc.constantFrom(
    'missing-tag',
    'missing-tag(team',
    'missing-tag(team, )',
    ',',
    'budget',
    'until=2027-01-01',
    'until=',
    'owner=a',
    'because',
    '*/',
    '__proto__',
    '${x}',
    '\u202e',
  )

  it('it is read, and no money moves: property', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words).map((some) => some.join(' ')),
          fc.string(),
        ),
        (text) => {
          const line = `# ascribe:ignore ${text.replace(/[\r\n]/g, ' ')}\n`
          const { inspection, findings, accepted } = checked({ 'main.tf': legacy(line) })
          assert.deepEqual(
            inspection.resources.map(({ cost }) => cost),
            plain.inspection.resources.map(({ cost }) => cost),
          )
          const ofTags = [...findings, ...accepted].filter(({ ruleId }) => ruleId === 'missing-tag')
          assert.deepEqual(ofTags.map(told).toSorted(), plain.findings.map(told).toSorted())
          for (const { accepted: by } of accepted) assert.ok(by?.kind === 'exemption' && by.reason !== '')
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('exemptions of ascribe.yml', () => {
  const withRule = (more: string) => `${CONFIG}exemptions:\n  - { rule: missing-tag, ${more} }\n`

  it('match as other rules do, and leave the money as it is', () => {
    for (const match of ['path: "legacy/*"', 'type: aws_instance', 'address: aws_instance.legacy']) {
      const config = withRule(`match: { ${match} }, reason: retired, owner: ml-platform, until: 2027-03-31`)
      const files = { 'legacy/main.tf': legacy() }
      const { findings, accepted, inspection } = checked({ ...files, 'ascribe.yml': config })
      assert.deepEqual(findings, [], match)
      assert.equal(accepted.length, 2)
      const plain = checked(files).inspection
      assert.deepEqual(
        inspection.resources.map(({ cost }) => toDollars(cost)),
        plain.resources.map(({ cost }) => toDollars(cost)),
      )
    }
  })

  it('hold up to their last day', () => {
    const config = withRule('match: { type: aws_instance }, reason: retired, until: 2027-03-31')
    const files = { 'main.tf': legacy(), 'ascribe.yml': config }
    assert.deepEqual(found(files, '2027-03-31'), [])
    const later = ['missing-tag(team)', 'missing-tag(model_id)', 'expired-exemption']
    assert.deepEqual(found(files, '2027-04-01'), later)
  })

  it('say so at their place where a date is none', () => {
    const config = withRule('match: { type: aws_instance }, reason: retired, until: 2027-02-31')
    const { problems } = checked({ 'main.tf': legacy(), 'ascribe.yml': config }).inspection
    const [{ message, range }] = [problems[0]!]
    assert.equal(message, '"2027-02-31" is no day of any year. expected a date, e.g. 2027-03-31')
    assert.equal(locate(range).line, 6)
  })

  it('of names that every object has are just names', () => {
    const config = withRule('match: { address: __proto__ }, reason: retired, until: 2027-03-31')
    assert.deepEqual(found({ 'main.tf': legacy(), 'ascribe.yml': config }), [
      'missing-tag(team)',
      'missing-tag(model_id)',
      'unused-exemption',
    ])
  })
})
