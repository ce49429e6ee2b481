import assert from 'node:assert/strict'
import { offersOf } from '../support/offers.ts'

const move = (region: string, phase = 'training') =>
  offersOf('cheaper-region', 'ec2/linux/g5.12xlarge', { region, phase })

describe('cheaper-region', () => {
  it('the cheapest of the same geography', () =>
    assert.deepEqual(move('us-west-1'), [['us-west-2 in place of us-west-1', 803]]))

  it('not across an ocean, not to the government, not for a few percent, and not what serves', () => {
    assert.deepEqual(move('us-east-1'), [])
    assert.deepEqual(move('us-west-1', 'inference'), [])
  })
})
