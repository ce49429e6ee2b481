import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { renderers } from '../../core/render/index.ts'
import type { SarifOptions } from '../../core/render/sarif/options.ts'
import type { Review } from '../../core/review/review.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { matchesGolden } from '../support/golden.ts'
import { finding, inspected, inspection, lacks, problem, rangeAt, reviewOf } from '../support/review.ts'
import { anyReview, hostileText } from './arbitrary-review.ts'
import { fraudEndpointReview, fraudHead } from './fraud-endpoint.ts'
import { SARIF_SHAPE } from './sarif-shape.ts'

const root = join(import.meta.dirname, '../..')
const rulePage = (id: string) => readFileSync(join(root, `docs/rules/${id}.md`), 'utf8')
const OPTIONS: SarifOptions = { colour: false, width: 80, version: '0.1.0' }

const ajv = new Ajv({ strict: true, strictRequired: false })
formats.default(ajv)
const hasShape = ajv.compile(SARIF_SHAPE)

/** The only run of a log that is what SARIF asks for. */
function runOf(log: string) {
  const document = JSON.parse(log)
  const isValid: boolean = hasShape(document)
  assert.ok(isValid, JSON.stringify(hasShape.errors))
  assert.equal(document.runs.length, 1)
  const [run] = document.runs
  for (const { ruleId, ruleIndex } of run.results) assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId)
  return run
}

const reviewed = (review: Review, options = OPTIONS) => runOf(renderers.review.sarif(review, options))
const checked = (head: ReturnType<typeof inspection>, options = OPTIONS) =>
  runOf(renderers.check.sarif({ inspection: head, findings: head.findings, isConfigured: true }, options))

interface Result {
  readonly message: { readonly text: string }
  readonly baselineState?: string
  readonly partialFingerprints: Readonly<Record<string, string>>
}

const fingerprints = (results: readonly Result[]): readonly string[] =>
  results.map(({ partialFingerprints }) => partialFingerprints['findingIdentity/v1']!)

describe('SARIF', () => {
  const box = inspected('aws_instance.train', { monthly: 40, file: 'infra/train.tf', line: 14 })

  it('reads well', () =>
    matchesGolden(
      renderers.review.sarif(fraudEndpointReview(), {
        ...OPTIONS,
        rulePage: () => '# missing-tag\n\nTags.\n',
      }),
      join(import.meta.dirname, 'goldens/fraud-endpoint.review.sarif.golden'),
    ))

  it('has the shape that the standard asks for, whatever things are called', () => {
    fc.assert(
      fc.property(anyReview(), (review) => {
        const { results, invocations } = reviewed(review)
        const { findings, problems } = review
        assert.equal(results.length, findings.new.length + findings.existing.length + findings.fixed.length)
        assert.equal(invocations[0].toolExecutionNotifications.length, problems.length)
      }),
      { numRuns: 80 },
    )
  })

  it('a check has its findings, the most expensive first, with the rules by their pages', () => {
    const dear = inspected('aws_instance.llama', { monthly: 24_000 })
    const head = inspection([box, dear], {
      findings: [
        finding(box, 'unknown-tags', 'the tags of aws_instance.train', { severity: 'hint' }),
        ...lacks(box, 'team'),
        ...lacks(dear, 'team'),
      ],
    })
    const { results, tool } = checked(head, { ...OPTIONS, rulePage })
    assert.deepEqual(
      results.map((one: Result & { level: string }) => [one.level, one.message.text, one.baselineState]),
      [
        ['error', 'aws_instance.llama has no "team" tag', undefined],
        ['error', 'aws_instance.train has no "team" tag', undefined],
        ['note', 'the tags of aws_instance.train', undefined],
      ],
    )
    const [missing, unknown] = tool.driver.rules
    assert.equal(
      missing.shortDescription.text,
      'A resource that costs money carries every tag that the schema requires.',
    )
    assert.match(missing.help.markdown, /^A resource that [\s\S]*## Why\n[\s\S]*## Settings/)
    assert.equal(missing.defaultConfiguration.level, 'error')
    assert.equal(unknown.defaultConfiguration.level, 'note')
  })

  it('a review says what is new, what was there, and what is gone', () => {
    const before = inspection([box], { findings: lacks(box, 'team', 'model_id') })
    const after = inspection([box], { findings: lacks(box, 'model_id', 'project') })
    const states = reviewed(reviewOf(before, after)).results.map((one: Result) => [
      one.baselineState,
      /"(.*)"/.exec(one.message.text)![1],
    ])
    assert.deepEqual(states.sort(), [
      ['absent', 'team'],
      ['new', 'project'],
      ['unchanged', 'model_id'],
    ])
  })

  it('a fingerprint is that of project, address, rule and key: it outlives a change of lines', () => {
    const moved = inspected('aws_instance.train', { monthly: 99, file: 'infra/gpu.tf', line: 2 })
    const of = (...findings: Parameters<typeof checked>[0]['findings']) =>
      fingerprints(checked(inspection([], { findings })).results)
    assert.deepEqual(of(...lacks(box, 'team')), of(...lacks(moved, 'team')))
    const [team] = lacks(box, 'team')
    const others = [
      { ...team!, key: 'model_id' },
      { ...team!, key: undefined },
      { ...team!, project: 'other' },
      { ...team!, address: 'aws_instance.train[0]' },
      { ...team!, ruleId: 'invalid-tag-value' },
    ]
    assert.equal(new Set(of(team!, ...others)).size, 6)
    const [{ partialFingerprints }] = checked(inspection([], { findings: [team!] })).results
    assert.equal(partialFingerprints.primaryLocationLineHash, partialFingerprints['findingIdentity/v1'])
  })

  it('columns are one-based and count code points, the end exclusive', () => {
    const line = '  team = "🚀x"'
    const at = rangeAt('infra/train.tf', 3, line, line.indexOf('"'), line.length)
    const { results, columnKind } = checked(
      inspection([box], { findings: [finding(box, 'invalid-tag-value', 'wrong', { at })] }),
    )
    assert.equal(columnKind, 'unicodeCodePoints')
    assert.deepEqual(results[0].locations[0].physicalLocation.region, {
      startLine: 3,
      startColumn: 10,
      endLine: 3,
      endColumn: 14,
    })
  })

  it('says where the block is whose tag is elsewhere, and which calls lead to it', () => {
    const call = { address: 'module.gpu', range: rangeAt('main.tf', 7, 'module "gpu"') }
    const hidden = {
      address: 'module.gpu.module.eks',
      range: rangeAt('.terraform/modules/gpu/main.tf', 1, 'x'),
    }
    const inModule = { ...box, resource: { ...box.resource, moduleCalls: [call, hidden] } }
    const at = rangeAt('infra/locals.tf', 3, 'team = "x"')
    const findings = [finding(box, 'invalid-tag-value', 'wrong', { at }), ...lacks(box, 'team')]
    const related = checked(inspection([inModule], { findings })).results.map(
      (one: { relatedLocations?: readonly { id: number; message: { text: string } }[] }) =>
        one.relatedLocations?.map(({ id, message }) => [id, message.text]),
    )
    const called = 'module.gpu is called here'
    assert.deepEqual(related, [
      [
        [1, 'aws_instance.train is declared here'],
        [2, called],
      ],
      [[1, called]],
    ])
  })

  it('a path is a relative reference, whatever it holds', () => {
    const uri = (path: string): string => {
      const range = { source: new SourceFile(path, 'x'), start: 0, end: 1 }
      const findings = [finding(box, 'missing-tag', 'x', { at: range })]
      return checked(inspection([], { findings })).results[0].locations[0].physicalLocation.artifactLocation
        .uri
    }
    assert.equal(uri('infra/größe #1?.tf'), 'infra/gr%C3%B6%C3%9Fe%20%231%3F.tf')
    assert.equal(uri('javascript:alert(1)'), 'javascript%3Aalert(1)')
    fc.assert(
      fc.property(hostileText(), (text) => {
        const whole = text.replace(/\p{Cs}/gu, '\ufffd')
        assert.equal(decodeURIComponent(uri(`a/${text}`)), `a/${whole}`)
      }),
    )
  })

  it('a name is no link in a message, and hides nothing', () => {
    const findings = [finding(box, 'missing-tag', 'see [the fix](https://evil.example)\u202e\x1b[2J')]
    const [{ message }] = checked(inspection([], { findings })).results
    assert.equal(message.text, 'see [the fix] (https://evil.example)')
  })

  it('what could not be read is a notification, as often as there is room', () => {
    const broken = problem('the block is not closed', rangeAt('infra/main.tf', 9, 'x'))
    const head = inspection([], { problems: Array.from({ length: 1_200 }, () => broken) })
    const [{ executionSuccessful, toolExecutionNotifications: told }] = checked(head).invocations
    assert.equal(executionSuccessful, true)
    assert.equal(told.length, 1_001)
    assert.equal(told[0].locations[0].physicalLocation.region.startLine, 9)
    assert.equal(told.at(-1).message.text, '200 more problems are left out')
  })

  it('no more results than GitHub takes, and their number is said', () => {
    const { findings } = fraudHead()
    const many = Array.from({ length: 25_003 }, () => findings[0]!)
    const { results, invocations } = checked(inspection([], { findings: many }))
    assert.equal(results.length, 25_000)
    assert.equal(invocations[0].toolExecutionNotifications[0].message.text, '3 more findings are left out')
  }).timeout(60_000)
})
