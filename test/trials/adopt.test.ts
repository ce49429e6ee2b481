import assert from 'node:assert/strict'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { adopt } from '../../scripts/trials/adopt.ts'
import { CLI } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe('adoption', () => {
  it('of the example platform: from nothing to enforced, a GPU machine without tags fails alone, and is fixed', function () {
    if (!existsSync(CLI)) this.skip()
    const folder = temporaryFolder({})
    cpSync('examples/ml-platform/base', folder, { recursive: true })
    const { root, reviewed, expected, lacked, fixed } = adopt(folder)
    assert.equal(root, 'infra')
    // 5.672 USD an hour, on demand, in us-east-1.
    assert.deepEqual([reviewed, expected], [4140.56, 4140.56])
    assert.ok(lacked.includes('team') && lacked.includes('model_id'), lacked.join())
    assert.ok(fixed.includes('infra/adoption_trial.tf'), fixed.join())
    assert.match(readFileSync(join(folder, 'infra/adoption_trial.tf'), 'utf8'), /tags/)
  }).timeout(120_000)
})
