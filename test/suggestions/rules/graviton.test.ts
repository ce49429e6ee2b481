import assert from 'node:assert/strict'
import { offersOf } from '../support/offers.ts'

describe('graviton', () => {
  it('the cheapest of the same size, for machines and databases', () => {
    assert.deepEqual(offersOf('graviton', 'ec2/linux/m5.xlarge'), [
      ['m6g.xlarge in place of m5.xlarge: 4 vCPU, 16 GiB as before', 36.5],
    ])
    assert.deepEqual(offersOf('graviton', 'rds/postgresql/db.m5.xlarge/single_az'), [
      ['db.m6g.xlarge in place of db.m5.xlarge: 4 vCPU, 16 GiB as before', 73],
    ])
  })

  it('nothing for what is arm64 already, has local disks or a GPU, or has no price there', () => {
    for (const type of ['m6g.xlarge', 'm5d.xlarge', 'g5.xlarge'])
      assert.deepEqual(offersOf('graviton', `ec2/linux/${type}`), [], type)
    assert.deepEqual(offersOf('graviton', 'ec2/linux/m5.xlarge', { region: 'us-west-1' }), [])
  })
})
