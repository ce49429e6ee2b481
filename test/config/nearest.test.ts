import assert from 'node:assert/strict'
import { nearest } from '../../core/config/nearest.ts'

describe('the nearest word', () => {
  const phases = ['training', 'inference', 'feature_pipeline', 'monitoring']

  it('is the one that a slip of the pen meant', () => {
    assert.equal(nearest('trainning', phases), 'training')
    assert.equal(nearest('Training', phases), 'training')
    assert.equal(nearest('featurePipeline', phases), 'feature_pipeline')
    assert.equal(nearest('inferecne', phases), 'inference')
    assert.equal(nearest('prod', ['dev', 'production']), 'production')
    assert.equal(nearest('model_id', ['env', 'model']), 'model')
  })

  it('is none where nothing is near', () => {
    assert.equal(nearest('serving', phases), undefined)
    assert.equal(nearest('team', ['name', 'tier']), undefined)
    assert.equal(nearest('', phases), undefined)
    assert.equal(nearest('x'.repeat(10_000), phases), undefined)
  })
})
