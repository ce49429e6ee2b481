import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reviewChange } from '../../core/changes/review-change.ts'
import { usd } from '../../core/domain/money.ts'
import { renderers } from '../../core/render/index.ts'
import type { Review } from '../../core/review/review.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { suggestionRules } from '../../core/suggestions/rules/index.ts'
import { suggest } from '../../core/suggestions/suggest.ts'
import { bookAt } from '../support/frozen-book.ts'
import { inspected, inspection, reviewOf } from '../support/review.ts'
import { madeUpBook, offersOf } from './support/offers.ts'

const root = join(import.meta.dirname, '../..')
const HELPERS = ['index', 'suggestion-rule', 'other-price', 'instance-type']

describe('suggestions', () => {
  const ids = suggestionRules.map(({ id }) => id)

  it('each has its file, its test, and its row in docs/suggestions.md', () => {
    const files = readdirSync(join(root, 'core/suggestions/rules')).map((file) => file.replace(/\.ts$/, ''))
    assert.deepEqual(files.filter((file) => !HELPERS.includes(file)).sort(), ids.toSorted())
    const page = readFileSync(join(root, 'docs/suggestions.md'), 'utf8')
    for (const { id, summary, risk } of suggestionRules) {
      assert.ok(existsSync(join(root, `test/suggestions/rules/${id}.test.ts`)), `${id} has no test`)
      assert.ok(
        page.includes(`| \`${id}\` | ${summary} | ${risk} |`),
        `docs/suggestions.md lacks ${id}: ${summary} | ${risk}`,
      )
    }
  })

  it('a price that is not exact is compared with nothing, and less than a dollar is not worth a word', () => {
    assert.deepEqual(offersOf('graviton', 'ec2/linux/m5.xlarge', { exact: false }), [])
    assert.deepEqual(offersOf('graviton', 'ec2/linux/m5.xlarge', { quantity: 10 }), [])
  })

  it('whatever comes off the list price comes off the saving', () => {
    const [{ saves } = assert.fail()] = suggest(
      [
        inspected('aws_instance.api', {
          charges: [
            {
              skuId: 'ec2/linux/m5.xlarge',
              listUnitPrice: 0.2,
              listCost: usd(146),
              contracted: { unitPrice: 0.1, cost: usd(73), percent: 50, note: undefined },
            },
          ],
        }),
      ],
      madeUpBook,
    )
    assert.equal(saves, usd(18.25))
  })

  it('are there where they are asked for, about what the change brings, the most money first', () => {
    const prices = bookAt(join(root, 'core/pricing/book'))
    const instance = (name: string, type: string) =>
      `resource "aws_instance" "${name}" {\n  instance_type = "${type}"\n}\n`
    const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n'
    const base = { label: 'base', tree: memoryTree({ 'main.tf': provider + instance('old', 'm5.24xlarge') }) }
    const files =
      provider + instance('old', 'm5.24xlarge') + instance('api', 'm5.large') + instance('gpu', 'g5.12xlarge')
    const head = { label: 'head', tree: memoryTree({ 'main.tf': files }) }
    const options = { below: '', prices, failOn: undefined }
    assert.deepEqual(reviewChange(base, head, options).suggestions, [])
    const { suggestions } = reviewChange(base, head, { ...options, suggest: true })
    assert.deepEqual(
      suggestions.map(({ id, address }) => [id, address]),
      [
        ['smaller-gpu', 'aws_instance.gpu'],
        ['graviton', 'aws_instance.api'],
      ],
    )
    for (const { source, sourceDate, risk } of suggestions) {
      assert.ok(source.length > 5 && risk.length > 20)
      assert.match(sourceDate, /^20\d\d-\d\d-\d\d$/)
    }
  })

  it('every report says what would be cheaper, what it risks, and whose price it is', () => {
    const box = inspected('aws_instance.api', {
      charges: [{ skuId: 'ec2/linux/m5.xlarge', listUnitPrice: 0.2, listCost: usd(146) }],
    })
    const review: Review = {
      ...reviewOf(inspection([]), inspection([box])),
      suggestions: suggest([box], madeUpBook),
    }
    for (const format of ['terminal', 'markdown', 'html', 'json'] as const) {
      const text = renderers.review[format](review, { colour: false, width: 400 })
      assert.match(text, /m6g\.xlarge in place of m5\.xlarge: 4 vCPU, 16 GiB as before/, format)
      assert.match(text, /(?:\$|&#36;)37|36\.5/, format)
      assert.match(text, /must be built for arm64/, format)
      assert.match(text, /a made-up list/, format)
    }
    assert.doesNotMatch(
      renderers.review.markdown(reviewOf(inspection([]), inspection([box])), { colour: false, width: 80 }),
      /would be cheaper/,
    )
  })
})
