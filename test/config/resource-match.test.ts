import assert from 'node:assert/strict'
import fc from 'fast-check'
import { matchesGlob, matchesResource } from '../../core/config/resource-match.ts'

describe('a match', () => {
  const gpuTrain = {
    type: 'aws_instance',
    address: 'module.train.aws_instance.gpu[0]',
    path: 'infra/train.tf',
    tag: (key: string) => ({ lifecycle_phase: 'training' })[key],
  }

  it('holds where all that it states holds', () => {
    assert.ok(matchesResource({ type: 'aws_instance' }, gpuTrain))
    assert.ok(matchesResource({ address: 'module.train.*', path: 'infra/**' }, gpuTrain))
    assert.ok(matchesResource({ tags: new Map([['lifecycle_phase', 'training']]) }, gpuTrain))
    assert.ok(!matchesResource({ type: 'aws_instance', path: 'legacy/*' }, gpuTrain))
    assert.ok(!matchesResource({ type: 'aws_inst' }, gpuTrain))
  })

  it('does not hold where something is not known', () => {
    assert.ok(!matchesResource({ kind: 'RayJob' }, gpuTrain))
    assert.ok(!matchesResource({ tags: new Map([['team', '*']]) }, gpuTrain))
  })

  it('takes * for any run of characters, and nothing else for special', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '.', '*', '['), { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', '.', '[') }),
        (parts, text) => {
          const expression = parts
            .map((part) => (part === '*' ? '.*' : `\\${part}`.replace('\\a', 'a')))
            .join('')
          assert.equal(matchesGlob(parts.join(''), text), new RegExp(`^${expression}$`).test(text))
        },
      ),
    )
    const start = performance.now()
    assert.ok(!matchesGlob(`${'a*'.repeat(200)}b`, 'a'.repeat(2000)))
    assert.ok(performance.now() - start < 1000)
  })
})
