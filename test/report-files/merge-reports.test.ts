import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ConfigurationError, mergeReports, type Review, readReport, renderers } from '../../core/index.ts'
import { inspected, inspection, lacks, reviewOf } from '../support/review.ts'

const PLAIN = { colour: false, width: 80 }
const TEAMS = ['fraud-ml', 'search-ml', undefined] as const

/** What one job of a matrix reports: the report's text, read back as another job does. */
const handedOver = (review: Review, name: string) => ({
  name,
  review: readReport(renderers.review.json(review, PLAIN), name),
})

const anyBox = fc.record({
  before: fc.integer({ min: 0, max: 5_000 }),
  after: fc.integer({ min: 0, max: 5_000 }),
  team: fc.constantFrom(...TEAMS),
  job: fc.integer({ min: 0, max: 2 }),
})

function boxesOf(told: readonly { readonly team: (typeof TEAMS)[number] }[], side: 'before' | 'after') {
  return told.map((box, at) =>
    inspected(`aws_instance.box_${at}`, {
      monthly: (box as unknown as Record<typeof side, number>)[side],
      tags: box.team === undefined ? {} : { team: box.team, model_id: `${box.team}-v1` },
    }),
  )
}

describe('reports of several jobs', () => {
  it('add up to what one job over everything would have said', () => {
    fc.assert(
      fc.property(fc.array(anyBox, { minLength: 1, maxLength: 12 }), (told) => {
        const [before, after] = [boxesOf(told, 'before'), boxesOf(told, 'after')]
        const whole = handedOver(reviewOf(inspection(before), inspection(after)), 'whole.json').review
        const parts = [0, 1, 2].map((job) => {
          const own = (boxes: typeof before) => boxes.filter((_, at) => told[at]!.job === job)
          return handedOver(reviewOf(inspection(own(before)), inspection(own(after))), `job-${job}.json`)
        })
        const merged = mergeReports(parts)
        assert.deepEqual(merged.total, whole.total)
        assert.deepEqual(merged.by, whole.by)
        assert.deepEqual(merged.coverage, whole.coverage)
        assert.deepEqual(new Set(merged.modelPhases), new Set(whole.modelPhases))
        assert.deepEqual(new Set(merged.owned), new Set(whole.owned))
        assert.deepEqual(merged.sharing, whole.sharing)
        assert.deepEqual(
          new Set(merged.resources.map(({ address }) => address)),
          new Set(whole.resources.map(({ address }) => address)),
        )
      }),
      { numRuns: 60 },
    )
  })

  const serving = inspected('aws_instance.serving', { monthly: 4_000, tags: { team: 'fraud-ml' } })
  const training = inspected('aws_instance.training', { monthly: 3_000, tags: { team: 'fraud-ml' } })
  const adds = (
    box: typeof serving,
    options: Parameters<typeof reviewOf>[2] = {},
    findings = lacks(box, 'model_id'),
  ) => reviewOf(inspection([]), inspection([box], { findings }), options)

  it('the worst verdict holds, and says why of all of them', () => {
    const passes = adds(serving, {}, [])
    const merged = mergeReports([
      handedOver(passes, 'serving.json'),
      handedOver(adds(training), 'training.json'),
    ])
    assert.deepEqual(
      { status: merged.verdict.status, because: merged.verdict.because },
      { status: 'fail', because: ['1 new tag violation'] },
    )
    assert.match(merged.notes.at(-1)!, /^Added up from 2 reports/)
  })

  it('a budget that only the sum exceeds is exceeded', () => {
    const ascribeYml = 'version: 1\nteams:\n  fraud-ml: { budget: 6000 }\n'
    const parts = [serving, training].map((box, at) =>
      handedOver(adds(box, { ascribeYml }, []), `job-${at}.json`),
    )
    for (const { review } of parts) assert.equal(review.budgets[0]!.level.after, 'within')
    const merged = mergeReports(parts)
    assert.equal(merged.budgets.length, 1)
    assert.equal(merged.budgets[0]!.level.after, 'over')
    assert.deepEqual(merged.verdict.because, ['fraud-ml is at 117 % of its budget'])
    assert.equal(merged.verdict.status, 'warn')
  })

  it('are refused where money would count twice, or where they are not of one change', () => {
    const report = handedOver(adds(serving), 'serving.json')
    const refusal = (other: ReturnType<typeof handedOver>) => {
      try {
        mergeReports([report, other])
      } catch (error) {
        assert.ok(error instanceof ConfigurationError)
        return error.message
      }
      return assert.fail('it was taken')
    }
    assert.match(
      refusal(handedOver(adds(serving), 'again.json')),
      /^the reports "serving\.json" and "again\.json" both hold aws_instance\.serving of .*: its money would count twice/,
    )
    assert.match(
      refusal(handedOver(adds(training, { head: '0000000' }), 'other.json')),
      /are not of one change: head "9f2c1ab" and "0000000"$/,
    )
    assert.throws(() => mergeReports([]), /there is no report to show/)
  })

  it('one report stays as it is, and what is no report is refused with its place', () => {
    const report = handedOver(adds(serving), 'serving.json')
    assert.equal(mergeReports([report]), report.review)
    assert.throws(() => readReport('{', 'x.json'), /the report "x\.json" is not JSON/)
    const broken = JSON.parse(renderers.review.json(adds(serving), PLAIN)) as { total: { before: unknown } }
    broken.total.before = 'a lot'
    assert.throws(
      () => readReport(JSON.stringify(broken), 'x.json'),
      /"x\.json" is not what Ascribe writes: total\.before: /,
    )
  })
})
