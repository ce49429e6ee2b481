import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { CLI } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Its output is larger than any pipe holds. */
const FLEET = {
  'main.tf': 'resource "aws_instance" "train" {\n  count         = 1500\n  instance_type = "g5.2xlarge"\n}\n',
}

interface Ended {
  readonly code: number | null
  readonly err: string
}

/** Runs the command for a reader that goes away at the first characters, as `head` does. */
async function readNoFurther(folder: string, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let err = ''
  child.stderr.on('data', (part) => {
    err += part
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const [code] = await once(child, 'close')
  return { code, err }
}

describe('the output', () => {
  it('of which only the beginning is read keeps its exit code, and says nothing more', async () => {
    const folder = temporaryFolder(FLEET)
    assert.deepEqual(await readNoFurther(folder, 'inspect'), { code: 0, err: '' })
    assert.deepEqual(await readNoFurther(folder, 'check'), { code: 1, err: '' })
  })

  it('that finds no room is a failure in one line', async function () {
    if (process.platform !== 'linux') this.skip()
    const folder = temporaryFolder(FLEET)
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [CLI, 'inspect'], { cwd: folder, stdio: ['ignore', full, 'pipe'] })
    let err = ''
    child.stderr?.on('data', (part) => {
      err += part
    })
    const [code] = await once(child, 'close')
    assert.equal(code, 3)
    assert.match(err, /^ascribe: the output cannot be written: ENOSPC.*\n$/)
  })
})
