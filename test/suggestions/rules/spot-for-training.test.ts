import assert from 'node:assert/strict'
import { offersOf } from '../support/offers.ts'

const spot = (sku: string, phase?: string) =>
  offersOf('spot-for-training', sku, phase === undefined ? {} : { phase })

describe('spot-for-training', () => {
  it('is offered to training and experiments, at the price of the book', () => {
    const offered = [['spot in place of on-demand (g5.12xlarge)', 2628]]
    assert.deepEqual(spot('ec2/linux/g5.12xlarge', 'training'), offered)
    assert.deepEqual(spot('ec2/linux/g5.12xlarge', 'experiment'), offered)
  })

  it('is not offered to what serves, to what nobody names, or where the book has no price', () => {
    assert.deepEqual(spot('ec2/linux/g5.12xlarge', 'inference'), [])
    assert.deepEqual(spot('ec2/linux/g5.12xlarge'), [])
    assert.deepEqual(spot('ec2/linux/g5.48xlarge', 'training'), [])
  })
})
