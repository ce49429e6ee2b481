import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { renderers } from '../../core/render/index.ts'
import type { Review } from '../../core/review/review.ts'
import { matchesGolden } from '../support/golden.ts'
import { finding, inspected, inspection, lacks, problem, rangeAt, reviewOf } from '../support/review.ts'
import { anyReview } from './arbitrary-review.ts'
import { fraudEndpointReview } from './fraud-endpoint.ts'

const OPTIONS = { colour: false, width: 80 }
const reviewed = (review: Review) => renderers.review.junit(review, OPTIONS)
const checked = (head: ReturnType<typeof inspection>) =>
  renderers.check.junit({ inspection: head, findings: head.findings, isConfigured: true }, OPTIONS)

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Reads XML 1.0 as strictly as a parser does: any character, name or nesting that it would refuse is an error. */
function parseXml(document: string): Element {
  assert.match(document, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/)
  assert.doesNotMatch(document, /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u)
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const parts = document.slice(document.indexOf('\n') + 1).matchAll(/<([^>]*)>|([^<]+)|(<)/g)
  for (const [, tag, text, stray] of parts) {
    assert.equal(stray, undefined)
    const inner = open.at(-1)!
    if (text !== undefined) inner.text += unescaped(text)
    else if (tag!.startsWith('/')) assert.equal(open.pop()!.name, tag!.slice(1))
    else {
      const [, name, attributes, end] =
        /^([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)$/.exec(tag!) ?? assert.fail(tag)
      const given = [...attributes!.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [
        key!,
        unescaped(value!),
      ])
      assert.equal(new Set(given.map(([key]) => key)).size, given.length)
      const element: Element = { name: name!, attributes: Object.fromEntries(given), children: [], text: '' }
      inner.children.push(element)
      if (end === '') open.push(element)
    }
  }
  assert.equal(open.length, 1)
  assert.equal(top.children.length, 1)
  return top.children[0]!
}

function unescaped(text: string): string {
  assert.doesNotMatch(text, /&(?!#\d+;)/)
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

/** The counts of every element are those of what is in it. */
function assertCounted(top: Element): void {
  const suites = top.children
  for (const { attributes, children } of suites) {
    assert.equal(Number(attributes.tests), children.length)
    for (const [count, name] of [
      ['failures', 'failure'],
      ['errors', 'error'],
    ] as const)
      assert.equal(
        Number(attributes[count]),
        children.filter(({ children }) => children.some((inner) => inner.name === name)).length,
      )
  }
  for (const count of ['tests', 'failures', 'errors'])
    assert.equal(
      Number(top.attributes[count]),
      suites.reduce((sum, { attributes }) => sum + Number(attributes[count]), 0),
    )
}

describe('JUnit', () => {
  const train = inspected('aws_instance.train', { monthly: 40, file: 'infra/train.tf', line: 14 })
  const serve = inspected('aws_instance.serve', { monthly: 90 })

  it('reads well', () =>
    matchesGolden(
      reviewed(fraudEndpointReview()),
      join(import.meta.dirname, 'goldens/fraud-endpoint.review.junit.xml.golden'),
    ))

  it('is XML with right counts, whatever things are called', () => {
    fc.assert(
      fc.property(anyReview(), (review) => {
        const top = parseXml(reviewed(review))
        assertCounted(top)
        const failing = new Set(review.findings.new.map(({ project, address }) => `${project}\n${address}`))
        assert.equal(Number(top.attributes.failures), failing.size)
        assert.equal(Number(top.attributes.errors), review.problems.length)
      }),
      { numRuns: 100 },
    )
  })

  it('a name shows as it is', () => {
    const named = `aws_instance.train["<b> & 'c' ]]> \u0007"]`
    const box = inspected(named, { monthly: 1 })
    const [suite] = parseXml(checked(inspection([box]))).children
    assert.equal(suite!.children[0]!.attributes.name, `aws_instance.train["<b> & 'c' ]]> �"]`)
  })

  it('every resource that was checked is a case; one that lacks two tags fails once, warnings are told', () => {
    const free = inspected('aws_iam_role.train')
    const findings = [
      ...lacks(train, 'team', 'model_id'),
      finding(serve, 'notebook-always-on', 'it never sleeps', { severity: 'warning' }),
    ]
    const top = parseXml(checked(inspection([train, serve, free], { findings })))
    assertCounted(top)
    const [suite] = top.children
    assert.deepEqual(
      suite!.children.map(({ attributes, children }) => [
        attributes.name,
        ...children.map(({ name, attributes, text }) => [name, attributes.type, text]),
      ]),
      [
        [
          'aws_instance.train',
          [
            'failure',
            'missing-tag',
            'infra/train.tf:14:1: error: aws_instance.train has no "team", "model_id" tags [missing-tag]',
          ],
        ],
        [
          'aws_instance.serve',
          ['system-out', undefined, 'infra/main.tf:1:1: warning: it never sleeps [notebook-always-on]'],
        ],
      ],
    )
  })

  it('what cannot be read is an error of its own suite', () => {
    const problems = [problem('the block is not closed', rangeAt('infra/main.tf', 9, 'x'))]
    const top = parseXml(checked(inspection([train], { problems })))
    assertCounted(top)
    assert.equal(top.attributes.errors, '1')
    const [one] = top.children.at(-1)!.children
    assert.equal(one!.attributes.name, 'infra/main.tf:9:1')
    assert.equal(one!.children[0]!.attributes.message, 'the block is not closed')
  })

  it('a review fails by what fails the review', () => {
    const before = inspection([train], { findings: lacks(train, 'team') })
    const after = inspection([train, serve], { findings: [...lacks(train, 'team'), ...lacks(serve, 'team')] })
    const failures = (['new-errors', 'errors', 'none'] as const).map(
      (failOn) => parseXml(reviewed(reviewOf(before, after, { failOn }))).attributes.failures,
    )
    assert.deepEqual(failures, ['1', '2', '0'])
  })

  it('where only budgets fail, an exceeded one does and a missing tag is told', () => {
    const ascribeYml = 'version: 1\nteams:\n  risk-ml: { budget: 30 }\n'
    const box = inspected('aws_instance.box', { monthly: 40, tags: { team: 'risk-ml' } })
    const after = inspection([box], { findings: lacks(box, 'model_id') })
    const review = reviewOf(inspection([]), after, { failOn: 'budget', ascribeYml })
    assert.equal(review.verdict.status, 'fail')
    const failed = parseXml(reviewed(review))
      .children.flatMap(({ children }) => children)
      .filter(({ children }) => children.some(({ name }) => name === 'failure'))
    assert.deepEqual(
      failed.map(({ attributes }) => attributes.name),
      ['teams.risk-ml'],
    )
  })
})
