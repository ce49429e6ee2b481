import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { POLICY_TARGETS } from '../../core/policy/targets/index.ts'
import { disagreements } from './support/agreement.ts'
import { refusedByRules } from './support/checker.ts'
import { ENGINES, type EngineName, inputHash, inputsOf, type Recorded } from './support/engine-input.ts'

describe('real engines refused what the rules refuse', () => {
  for (const engine of Object.keys(ENGINES) as EngineName[]) {
    const file = join(import.meta.dirname, 'verdicts', `${engine}.json`)
    if (!existsSync(file)) {
      it(`${engine} was asked`, () => assert.fail(`${file} is missing: npm run test:engines ${engine}`))
      continue
    }
    const { version, verdicts } = JSON.parse(readFileSync(file, 'utf8')) as Recorded
    for (const input of inputsOf(engine)) {
      const { schema, target: id, spelling, vectors } = input
      it(`${engine} ${version}: ${id}, ${schema.name}, ${spelling}`, () => {
        const verdict = verdicts.find(
          (known) => known.schema === schema.name && known.target === id && known.spelling === spelling,
        )
        assert.equal(
          verdict?.hash,
          inputHash(input),
          `documents or vectors have changed since ${engine} was asked: npm run test:engines ${engine}`,
        )
        const answers = [...verdict!.refused]
        const asked = vectors.filter((_, index) => answers[index] !== '-')
        const target = POLICY_TARGETS.find((known) => known.id === id)!
        assert.deepEqual(
          disagreements(
            schema,
            target,
            asked,
            refusedByRules(schema.yml, spelling, asked),
            answers.filter((answer) => answer !== '-').map((answer) => answer === '1'),
          ),
          [],
        )
      })
    }
  }
})
