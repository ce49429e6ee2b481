import assert from 'node:assert/strict'
import { goldens, pricesInBook, recompute } from '../../scripts/trials/recompute-goldens.ts'
import { FROZEN_BOOK } from '../support/frozen-book.ts'

const prices = pricesInBook(FROZEN_BOOK)

describe('the charges of the goldens', () => {
  for (const [name, text] of goldens())
    it(`${name}: quantity × the written price, to the millionth of a dollar`, () => {
      assert.deepEqual(recompute(text, prices).mistakes, [])
    })

  it('are many', () => {
    const charges = [...goldens().values()].map((text) => recompute(text, prices).charges)
    assert.ok(charges.reduce((sum, count) => sum + count) > 100)
  })

  it('are not believed', () => {
    const training =
      'aws_instance.train: $16029.07866 a month\n  Instance (p4d.24xlarge, on-demand): 730 Hours × $21.957642 = $16029.07866 (ec2/linux/p4d.24xlarge in us-east-1)\n'
    const mistakes = (from: string, to: string) => recompute(training.replace(from, to), prices).mistakes
    assert.deepEqual(mistakes('', ''), [])
    assert.match(mistakes('730 Hours', '744 Hours').join(), /the product is \$16336\.485648/)
    assert.match(mistakes('p4d.24xlarge in', 'p4de.24xlarge in').join(), /no such price is written anywhere/)
    assert.match(mistakes('$16029.07866 a month', '$16029.08 a month').join(), /add up to \$16029\.078660/)
    assert.match(
      recompute(
        training.replaceAll('16029.07866', '14600').replace('21.957642', '20'),
        prices,
      ).mistakes.join(),
      /the price is written as 21\.957642/,
    )
    assert.match(mistakes(' in us-east-1)', ')').join(), /cannot be read/)
  })
})
