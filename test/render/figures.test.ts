import assert from 'node:assert/strict'
import fc from 'fast-check'
import { add, subtract, type Usd, usd, ZERO } from '../../core/domain/money.ts'
import { amountText, growthText, rounded, shareText, signedText } from '../../core/render/amounts/amount.ts'
import { settle, shownChange } from '../../core/render/amounts/shown-change.ts'
import { modelMatrix } from '../../core/render/report/model-matrix.ts'
import { anyReview } from './arbitrary-review.ts'

const money = (): fc.Arbitrary<Usd> =>
  fc
    .oneof(
      fc.double({ min: 0, max: 30, noNaN: true }),
      fc.double({ min: 0, max: 1e4, noNaN: true }),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
    )
    .map(usd)

const NEITHER = { before: false, after: false }
const whole = (amount: Usd): boolean => Math.abs(rounded(amount)) >= usd(10)

/** Whether figures as shown add up, to the coarsest of them. */
function addUp(parts: readonly Usd[], total: Usd): boolean {
  const unit = [...parts, total].some(whole) ? usd(1) : usd(0.01)
  return Math.abs(parts.reduce(add, ZERO) - total) <= unit / 2
}

describe('figures', () => {
  it('are whole dollars from 10 up, cents below, and never 0 for something', () => {
    const shown = [18_240.4, 885.5, 10, 9.996, 9.99, 5, 0.405, 0.005, 0.0049, 0].map((d) =>
      amountText(usd(d)),
    )
    assert.deepEqual(shown, ['18,240', '886', '10', '10', '9.99', '5.00', '0.41', '0.01', '<0.01', '0'])
    assert.equal(amountText(usd(2_056_123_456.2), '$'), '$2,056,123,456')
    assert.deepEqual(
      [1888, -7, 0, 0.002, -0.002].map((d) => signedText(usd(d), '$')),
      ['+$1,888', '−$7.00', '$0', '+<$0.01', '−<$0.01'],
    )
  })

  it('shares are nothing or all only if they are', () => {
    assert.deepEqual([0, 0.0004, 0.908, 0.9999, 1].map(shareText), [
      '0.0%',
      '<0.1%',
      '90.8%',
      '>99.9%',
      '100.0%',
    ])
    assert.equal(growthText(usd(18_240), usd(3198)), '+17.5%')
    assert.equal(growthText(usd(100), usd(-100)), '−100.0%')
    assert.equal(growthText(usd(1), usd(123_456)), '+12,345,600%')
    assert.equal(growthText(ZERO, usd(5)), undefined)
  })

  it('before + change = after in every row', () => {
    fc.assert(
      fc.property(money(), money(), fc.integer({ min: -3, max: 3 }), (before, after, correction) => {
        const delta = subtract(after, before)
        const lead = whole(delta) ? add(rounded(delta), usd(correction)) : rounded(delta)
        fc.pre(whole(lead) === whole(delta))
        const shown = shownChange({ before, after, delta, atLeast: NEITHER }, lead)
        assert.equal(shown.delta, lead)
        assert.ok(addUp([shown.before, shown.delta], shown.after), JSON.stringify(shown))
      }),
      { numRuns: 2000 },
    )
  })

  it('rows add up to the total that is shown, and one row alone is corrected', () => {
    fc.assert(
      fc.property(fc.array(money(), { minLength: 1, maxLength: 20 }), (amounts) => {
        const total = rounded(amounts.reduce(add, ZERO))
        const shown = settle(amounts, total)
        assert.ok(addUp(shown, total), JSON.stringify({ shown, total }))
        assert.ok(shown.filter((amount, at) => amount !== rounded(amounts[at]!)).length <= 1)
      }),
      { numRuns: 2000 },
    )
  })

  it("the models' changes add up to the headline's, and a row's phases to the row", () => {
    fc.assert(
      fc.property(anyReview(), (review) => {
        const { rows } = modelMatrix(review, 3)
        const deltas = rows.flatMap(({ cells }) => cells.map(({ delta }) => delta))
        assert.ok(addUp(deltas, rounded(review.total.delta)))
        for (const { cells, total } of rows) {
          assert.ok(
            addUp(
              cells.map(({ delta }) => delta),
              total.delta,
            ),
          )
          assert.ok(
            addUp(
              cells.map(({ after }) => after),
              total.after,
            ),
          )
          assert.ok(addUp([total.before, total.delta], total.after))
        }
        assert.ok(rows.some(({ of }) => of.kind === 'unattributed'))
      }),
      { numRuns: 150 },
    )
  })
})
