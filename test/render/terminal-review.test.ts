import assert from 'node:assert/strict'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { renderers } from '../../core/render/index.ts'
import { displayWidth } from '../../core/render/text/display-width.ts'
import type { Review } from '../../core/review/review.ts'
import { matchesGolden } from '../support/golden.ts'
import { finding, inspected, inspection, problem, rangeAt, reviewOf } from '../support/review.ts'
import { anyReview, hostileText } from './arbitrary-review.ts'
import { fraudEndpointReview } from './fraud-endpoint.ts'

const golden = (name: string) => join(import.meta.dirname, 'goldens', name)
const PLAIN = { colour: false, width: 80 }

function render(review: Review, options: { colour?: boolean; width?: number } = {}): string {
  return renderers.review.terminal(review, { ...PLAIN, ...options })
}

describe('terminal review', () => {
  it('reads well', () =>
    matchesGolden(render(fraudEndpointReview()), golden('fraud-endpoint.review.txt.golden')))

  it('is the same text in colour', () => {
    const coloured = render(fraudEndpointReview(), { colour: true })
    assert.notEqual(coloured, render(fraudEndpointReview()))
    assert.equal(stripVTControlCharacters(coloured), render(fraudEndpointReview()))
  })

  it('no line is wider than the page, whatever things are called and cost', () => {
    fc.assert(
      fc.property(anyReview(), fc.integer({ min: 40, max: 140 }), fc.boolean(), (review, width, colour) => {
        for (const line of render(review, { width, colour }).split('\n'))
          assert.ok(displayWidth(stripVTControlCharacters(line)) <= width, line)
      }),
      { numRuns: 150 },
    )
  })

  it('a name in the change controls no terminal', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const box = inspected(`aws_instance.${text}`, { monthly: 40, tags: { team: text, model_id: text } })
        const head = inspection([box], {
          findings: [finding(box, 'invalid-tag-value', text)],
          problems: [problem(text, rangeAt(`${text}.tf`, 3, text))],
        })
        const shown = render(reviewOf(inspection([]), head, { head: text, notes: [text] }))
        assert.doesNotMatch(shown, /[^\P{C}\n]|[\u2028\u2029]/u)
      }),
    )
  })

  it('long addresses are cut in the middle', () => {
    const address = `module.platform["eu"].module.training_cluster_of_the_fraud_team.aws_eks_node_group.gpu_large[0]`
    const head = inspection([inspected(address, { monthly: 2400 })])
    assert.match(
      render(reviewOf(inspection([]), head)),
      /^\+ {2}module\.platform\["eu"\].*….*gpu_large\[0\] .* 2,400/m,
    )
  })

  it('names the project where there are several', () => {
    const boxes = ['prod', 'dev'].map((project) => inspected('aws_instance.train', { project, monthly: 40 }))
    const shown = render(reviewOf(inspection([]), inspection(boxes)))
    assert.match(shown, /^\+ {2}dev: aws_instance\.train .*\n.*\n\+ {2}prod: aws_instance\.train /m)
  })

  it('an unknown number of instances is at least one', () => {
    const many = inspected('aws_instance.worker[*]', {
      monthly: 100,
      multiplicity: { kind: 'unknown', because: 'var.workers has no default' },
    })
    const shown = render(reviewOf(inspection([]), inspection([many])))
    assert.match(shown, /≥\+\$100\/month/)
    assert.match(shown, /\$0 → ≥\$100 per month/)
  })

  it('what does not change is said to be so', () => {
    const box = inspection([inspected('aws_instance.train', { monthly: 40 })])
    const shown = render(reviewOf(box, box))
    assert.match(shown, /no change in cost {3}✓ pass/)
    assert.match(shown, /^unattributed +0 +40$/m)
  })

  it('a tree without money has no table of money', () => {
    const shown = render(reviewOf(inspection([]), inspection([inspected('aws_iam_role.train')])))
    assert.doesNotMatch(shown, /unattributed/)
    assert.match(shown, /1 changed resource costs nothing or has no price: 1 created/)
  })
})
