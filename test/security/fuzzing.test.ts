import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { FOUND } from '../../scripts/fuzz/found.ts'
import { chanceOf, mutate } from '../../scripts/fuzz/mutate.ts'
import { PLANTED_DEFECTS } from '../../scripts/fuzz/planted-defects.ts'
import { runTarget } from '../../scripts/fuzz/run-target.ts'
import type { FuzzTarget } from '../../scripts/fuzz/target.ts'
import { FUZZ_TARGETS } from '../../scripts/fuzz/targets.ts'

const root = path.join(import.meta.dirname, '../..')
const targetOf = async (name: string) =>
  ((await import(`../../scripts/fuzz/targets/${name}.ts`)) as { readonly default: FuzzTarget }).default

/** Half of what the fuzzer takes for a hang; each of what it found is read in a few thousandths of a second. */
const MAX_MICROSECONDS = 500_000

describe('fuzzing', function () {
  this.timeout(120_000)

  for (const name of FUZZ_TARGETS)
    it(`${name}: texts of its grammar, whole and changed, are read without a crash and with every place in the text`, async () => {
      const { grammar, words, run } = await targetOf(name)
      fc.assert(
        fc.property(grammar, grammar, fc.integer(), (text, other, seed) => {
          run(text)
          run(mutate(text, other, words, chanceOf(seed)))
        }),
        { numRuns: Number(process.env.RUNS ?? 60) },
      )
    })

  it('what it found once stays mended', async () => {
    for (const { target, text } of FOUND) {
      const { run } = await targetOf(target)
      const before = process.cpuUsage()
      run(text)
      const { user, system } = process.cpuUsage(before)
      assert.ok(user + system < MAX_MICROSECONDS, `${user + system} µs: ${text}`)
    }
  })

  it('a planted defect is found, guided by what runs, from nothing and soon', async () => {
    const planted = PLANTED_DEFECTS.find(({ file }) => file === 'core/terraform/plan/plan-json.ts')
    const order = { root, seed: 1, seconds: 60, corpus: [], maxFailures: 1 }
    const found = await runTarget('plan', order, planted)
    assert.ok(found.kind === 'ended')
    assert.match(found.failures[0]?.because ?? '', /TypeError: Cannot convert/)
    assert.ok(found.reached > 0 && found.reached < found.lines)
  })

  it('every planted defect has its place in the sources as they are now', () => {
    for (const { file, right, wrong, what } of PLANTED_DEFECTS) {
      const text = readFileSync(path.join(root, file), 'utf8')
      assert.equal(text.split(right).length, 2, `${what}: ${file}`)
      assert.ok(!text.includes(wrong) || wrong === '\n' || right.includes(wrong), what)
    }
    assert.ok(PLANTED_DEFECTS.length >= 10)
  })
})
