import assert from 'node:assert/strict'
import { offersOf } from '../support/offers.ts'

const SKU = 'sagemaker/ml.t3.xlarge/notebook_instance'
const address = 'aws_sagemaker_notebook_instance.research'

describe('idle-notebook', () => {
  it('what nights and weekends cost', () =>
    assert.deepEqual(offersOf('idle-notebook', SKU, { address }), [['217 of 730 hours a month', 102.6]]))

  it('nothing where other hours are stated, and for what is no notebook', () => {
    assert.deepEqual(offersOf('idle-notebook', SKU, { address, quantity: 160 }), [])
    assert.deepEqual(offersOf('idle-notebook', SKU, { address: 'aws_instance.api' }), [])
  })
})
