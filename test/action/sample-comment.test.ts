import assert from 'node:assert/strict'
import { join } from 'node:path'
import { failureBody } from '../../action/comment/stale.ts'
import { markdownComment, markdownNoChange } from '../../core/index.ts'
import { cataloguedReview, fraudEndpointReview } from '../render/fraud-endpoint.ts'
import { matchesGolden } from '../support/golden.ts'

/** The story that the comment was drawn for, with its made-up figures, as the Action would write it. */
const OPTIONS = {
  colour: false,
  width: 80,
  limit: 60_000,
  reportUrl: 'https://github.example/acme/ml/actions/runs/1',
  docsUrl: 'https://github.example/acme/ascribe/blob/v1/docs/action.md',
  baseIs: 'merge base',
  today: '2026-11-02',
  link: (path: string, line: number) => `https://github.example/acme/ml/blob/9f2c1ab/${path}#L${line}`,
}

const golden = (name: string) => join(import.meta.dirname, 'goldens', name)

describe('the comment that was drawn first', () => {
  it('reads as it was meant', () => {
    matchesGolden(markdownComment(cataloguedReview(), OPTIONS), golden('sample-comment.md.golden'))
  })

  it('says who it is of several, and marks prices that are old', () => {
    const text = markdownComment(fraudEndpointReview(), { ...OPTIONS, name: 'prod', today: '2027-02-01' })
    assert.match(text, /^### Ascribe \(prod\): /)
    assert.match(text, /\*\*2026-11-01\*\* ⚠️ more than 90 days old/)
  })

  it('folds its details once everything is fixed, and the dates stay in sight', () => {
    const violations = [{ ruleId: 'missing-tag', address: 'aws_instance.gpu_train', keys: ['team'] }]
    const text = markdownComment(fraudEndpointReview(), {
      ...OPTIONS,
      resolved: { since: '4d1e7c0', violations },
    })
    const open = text.replace(/<details>[\s\S]*<\/details>/, '<details>')
    assert.match(
      open,
      /\*\*✅ Resolved since `4d1e7c0`\*\*\n- `aws_instance\.gpu_train` `team` · missing-tag\n\n<details>\n\n<sub>USD/,
    )
  })

  it('is cut in one order, and never in its first lines', () => {
    const review = fraudEndpointReview()
    const lengths: number[] = []
    for (let limit = 4_000; limit > 500; limit -= 100) {
      const text = markdownComment(review, { ...OPTIONS, limit })
      lengths.push(text.length)
      assert.equal(text.split('\n')[0], markdownComment(review, OPTIONS).split('\n')[0])
      assert.match(text, /New tag violations: 2 in 1 resource/)
      // What is not priced goes before the resources, the resources before the violations.
      if (/Not priced: `/.test(text)) assert.match(text, /\| `aws_instance\.gpu_train`/)
      if (/\| `aws_instance\.gpu_train`/.test(text)) assert.match(text, /\) `aws_instance\.gpu_train` lacks/)
    }
    assert.deepEqual(
      lengths,
      [...lengths].sort((a, b) => b - a),
    )
  })

  it('is one line where nothing changes, and says what failed where nothing is known', () => {
    const quiet = markdownNoChange(fraudEndpointReview(), OPTIONS)
    assert.match(quiet, /^### Ascribe: no cost-relevant change · ✅ passed/)
    const failed = failureBody('no @acme/all <b>base</b>', '9f2c1ab', OPTIONS.reportUrl, undefined)
    assert.match(failed, /At head `9f2c1ab`: no @&#8203;acme\/all &#60;b&#62;base/)
  })
})
