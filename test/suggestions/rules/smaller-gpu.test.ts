import assert from 'node:assert/strict'
import { offersOf } from '../support/offers.ts'

describe('smaller-gpu', () => {
  it('the next size down of the family, with what is less of', () => {
    assert.deepEqual(offersOf('smaller-gpu', 'ec2/linux/g5.12xlarge'), [
      ['g5.8xlarge in place of g5.12xlarge: 4 → 1 GPUs, 48 → 32 vCPU, 192 → 128 GiB', 2555],
    ])
    assert.deepEqual(offersOf('smaller-gpu', 'ec2/linux/g5.8xlarge'), [
      ['g5.xlarge in place of g5.8xlarge: 32 → 4 vCPU, 128 → 16 GiB', 1095],
    ])
  })

  it('of a service, by the price of the service', () =>
    assert.deepEqual(offersOf('smaller-gpu', 'sagemaker/ml.g5.12xlarge/hosting'), [
      ['ml.g5.8xlarge in place of ml.g5.12xlarge: 4 → 1 GPUs, 48 → 32 vCPU, 192 → 128 GiB', 2920],
    ]))

  it('nothing for the smallest, and for what has no GPU', () => {
    assert.deepEqual(offersOf('smaller-gpu', 'ec2/linux/g5.xlarge'), [])
    assert.deepEqual(offersOf('smaller-gpu', 'ec2/linux/m5.xlarge'), [])
  })
})
