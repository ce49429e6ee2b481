import assert from 'node:assert/strict'
import { PRESETS } from '../../core/config/presets/index.ts'

describe('presets', () => {
  for (const [name, { keys, dimensions }] of Object.entries(PRESETS)) {
    it(`${name} maps dimensions and conditions onto its own keys`, () => {
      const names = keys.map(({ key }) => key)
      assert.equal(new Set(names).size, names.length)
      for (const key of Object.values(dimensions)) if (key !== undefined) assert.ok(names.includes(key), key)
      for (const { requiredWhen } of keys)
        for (const [key, value] of requiredWhen ?? []) {
          const allowed = keys.find((other) => other.key === key)?.values
          assert.ok(allowed?.includes(value), `${key} is never "${value}"`)
        }
    })
  }

  it('answer every question that they can', () => {
    assert.deepEqual(PRESETS['ml-attribution'].dimensions, {
      team: 'team',
      project: 'project',
      model: 'model_id',
      phase: 'lifecycle_phase',
      environment: 'environment',
      costCenter: 'cost_center',
      experiment: 'experiment_id',
    })
    assert.equal(PRESETS['ml-prefixed'].dimensions.model, 'ml-project')
    assert.equal(PRESETS['ml-prefixed'].dimensions.costCenter, undefined)
  })
})
