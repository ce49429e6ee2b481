import assert from 'node:assert/strict'
import fc from 'fast-check'
import { string } from '../../core/domain/value.ts'
import { renderers } from '../../core/render/index.ts'
import { jsonSchema, type OutputName, outputs } from '../../scripts/json-schemas/json-schema.ts'
import { committedSchema, conforms } from '../support/json-output.ts'
import { inspected, inspection, lacks } from '../support/review.ts'
import { anyReview, hostileText } from './arbitrary-review.ts'
import { fraudBase, fraudEndpointReview, fraudHead } from './fraud-endpoint.ts'
import { inspectedPlatform } from './inspected-platform.ts'

const OPTIONS = { colour: false, width: 80 }
const names = Object.keys(outputs) as readonly OutputName[]

describe('JSON outputs', () => {
  for (const name of names)
    it(`the published schema of ${name} is current`, () =>
      assert.equal(committedSchema(name), jsonSchema(name)))

  it('are what their schemas say', () => {
    conforms('inspect', renderers.inspect.json(inspectedPlatform(), OPTIONS))
    conforms('review', renderers.review.json(fraudEndpointReview(), OPTIONS))
    const head = fraudHead()
    const report = { inspection: head, findings: head.findings, isConfigured: true }
    conforms('check', renderers.check.json(report, OPTIONS))
  })

  it('are so whatever things are called and cost', () => {
    fc.assert(
      fc.property(anyReview(), (review) => conforms('review', renderers.review.json(review, OPTIONS))),
      { numRuns: 60 },
    )
    fc.assert(
      fc.property(hostileText(), (text) => {
        const box = inspected(`aws_instance.${text}`, {
          tags: { [text]: text },
          attributes: { [text]: text },
        })
        conforms('inspect', renderers.inspect.json(inspection([box]), OPTIONS))
      }),
    )
  })

  it('inspect gives each kind of estimate its figure, or none', () => {
    const { resources } = JSON.parse(renderers.inspect.json(inspectedPlatform(), OPTIONS))
    const figures = resources.map((one: { estimate: { kind: string; monthlyListCost: number | null } }) => [
      one.estimate.kind,
      one.estimate.monthlyListCost,
    ])
    assert.deepEqual(figures, [
      ['priced', 892.76],
      ['priced', 146],
      ['priced', 700],
      ['usageBased', null],
      ['unpriced', null],
      ['unknown', null],
      ['free', 0],
    ])
  })

  it('inspect says what is unknown, and shows nothing of what is sensitive', () => {
    const text = renderers.inspect.json(inspectedPlatform(), OPTIONS)
    assert.doesNotMatch(text, /token/)
    const [train, , nodes, , llm] = JSON.parse(text).resources
    assert.deepEqual(train.attributes, { instance_type: 'g5.2xlarge', user_data: { $sensitive: true } })
    const origins = [{ kind: 'resource', file: 'infra/train.tf', line: 14 }]
    assert.deepEqual(train.tags, {
      team: { value: 'fraud-ml', origins },
      model_id: { unknown: 'var.model has no default', origins },
    })
    assert.equal(train.tagsUnknown, 'var.tags has no default')
    assert.deepEqual(train.owner.team, {
      value: 'fraud-ml',
      from: 'tag',
      file: 'infra/train.tf',
      line: 14,
    })
    assert.deepEqual(train.owner.model, { unknown: 'var.model has no default' })
    assert.equal(train.estimate.charges[1].basis, 'reference-region')
    assert.deepEqual(train.estimate.charges[1].standIn, { regionId: 'us-east-1' })
    assert.equal(nodes.region, null)
    assert.equal(nodes.regionUnknown, 'var.region has no default')
    assert.equal(llm.taggable, 'unknown')
  })

  it('a sensitive tag is unknown', () => {
    const box = inspected('aws_instance.train', { tags: { team: { ...string('secret'), sensitive: true } } })
    const text = renderers.inspect.json(inspection([box]), OPTIONS)
    assert.equal(JSON.parse(text).resources[0].tags.team.unknown, 'it is marked sensitive')
  })

  it('a tag or attribute __proto__ is one like any other', () => {
    const attributes = JSON.parse('{ "__proto__": "x" }')
    const box = inspected('aws_instance.train', { tags: JSON.parse('{ "__proto__": "fraud" }'), attributes })
    const text = renderers.inspect.json(inspection([box]), OPTIONS)
    assert.match(text, /"__proto__": "x"/)
    assert.match(text, /"__proto__": \{\s+"value": "fraud"/)
  })

  it('what no text can hold is a mistake of the setup, in one line', function () {
    this.timeout(60_000)
    const tags = { note: 'x'.repeat(1 << 24) }
    const boxes = Array.from({ length: 40 }, (_, index) => inspected(`aws_instance.box_${index}`, { tags }))
    assert.throws(() => renderers.inspect.json(inspection(boxes), OPTIONS), {
      name: 'ConfigurationError',
      message: /larger than one JSON text can be/,
    })
  })

  it('check counts what it found and what it looked at', () => {
    const box = inspected('aws_instance.train', { monthly: 40 })
    const free = inspected('aws_iam_role.train')
    const untaggable = inspected('aws_lb_listener.api', { monthly: 1, taggable: false })
    const findings = lacks(box, 'team', 'model_id')
    const report = { inspection: inspection([box, free, untaggable]), findings, isConfigured: false }
    const { summary, configured } = JSON.parse(renderers.check.json(report, OPTIONS))
    assert.deepEqual(summary, {
      errors: 2,
      warnings: 0,
      hints: 0,
      resourcesWithFindings: 1,
      resourcesChecked: 1,
    })
    assert.equal(configured, false)
  })

  it('paths are those of the reader', () => {
    const showPath = (path: string): string => `here/${path}`
    const { resources } = JSON.parse(renderers.inspect.json(fraudBase(), { ...OPTIONS, showPath }))
    assert.equal(resources[0].file, 'here/infra/main.tf')
  })
})
