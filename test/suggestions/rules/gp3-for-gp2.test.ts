import assert from 'node:assert/strict'
import { offersOf } from '../support/offers.ts'

const gp2 = (size: number, count = 1) =>
  offersOf('gp3-for-gp2', 'ebs/gp2/storage', {
    quantity: size * count,
    description: `Root volume, ${size} GiB gp2`,
  })

describe('gp3-for-gp2', () => {
  it('a gp2 volume costs a fifth less as gp3, and several alike each', () => {
    assert.deepEqual(gp2(500), [['gp3 in place of gp2 (500 GiB)', 10]])
    assert.deepEqual(gp2(500, 3), [['gp3 in place of gp2 (500 GiB)', 30]])
  })

  it('one that has more IOPS than gp3 gives for nothing is left alone, and so is gp3', () => {
    assert.deepEqual(gp2(1001), [])
    assert.deepEqual(
      offersOf('gp3-for-gp2', 'ebs/gp3/storage', { quantity: 500, description: 'Volume, 500 GiB gp3' }),
      [],
    )
  })
})
