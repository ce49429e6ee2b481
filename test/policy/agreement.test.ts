import assert from 'node:assert/strict'
import { POLICY_TARGETS } from '../../core/policy/targets/index.ts'
import { disagreements } from './support/agreement.ts'
import { refusedByRules } from './support/checker.ts'
import { documentsOf, policyOf } from './support/exported.ts'
import { QUICK_ENGINES } from './support/quick-engines.ts'
import { SCHEMAS } from './support/schemas.ts'
import { vectorsOf } from './support/vectors.ts'

describe('documents refuse what the rules refuse', () => {
  for (const { target: id, engine, refused } of QUICK_ENGINES) {
    const target = POLICY_TARGETS.find((known) => known.id === id)!
    const witnessed = new Set<string>()
    for (const schema of SCHEMAS)
      it(`${id}, ${schema.name}, by ${engine}`, () => {
        const vectors = vectorsOf(schema, policyOf(schema.yml).policy, target.spelling)
        const files = documentsOf(schema.yml, target).filter(({ path }) => path !== 'README.md')
        const rules = refusedByRules(schema.yml, target.spelling, vectors)
        assert.ok(rules.includes(true) && rules.includes(false))
        const engineSays = vectors.map((vector) => refused(files, vector))
        assert.deepEqual(disagreements(schema, target, vectors, rules, engineSays), [])
        vectors.forEach(({ probes }, index) => {
          if (probes && rules[index] !== engineSays[index])
            witnessed.add(`${engineSays[index] ? 'stricter' : 'cannot'}: ${probes.feature}`)
        })
      })

    it(`${id} cannot express what it says it cannot, by one vector at least`, () => {
      const said = [
        ...Object.keys(target.cannot).map((feature) => `cannot: ${feature}`),
        ...Object.keys(target.stricter ?? {}).map((feature) => `stricter: ${feature}`),
      ]
      assert.deepEqual(
        said.filter((what) => !witnessed.has(what)),
        [],
      )
    })
  }
})
