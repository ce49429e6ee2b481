import assert from 'node:assert/strict'
import { memoryTree } from '../../core/source/source-tree.ts'
import { fetchModules } from '../../modules/fetch-modules.ts'
import { LIMITS } from '../../modules/limits.ts'
import type { Packages } from '../../modules/packages.ts'
import { evaluated } from './support/fetching.ts'

const QUIET = { step: () => undefined, end: () => undefined }

/** A server that has whatever is asked for. */
const anything: (main: (source: string) => string) => Packages = (main) => (wanted) =>
  Promise.resolve({
    name: wanted.source,
    files: new Map([['main.tf', main(wanted.source)]]),
    directory: '',
  })

describe('bounds of fetching', () => {
  it('modules that call ever new ones end, with a reason', async () => {
    const asked: string[] = []
    const deeper = anything((source) => {
      asked.push(source)
      return `module "next" { source = "acme/m${asked.length}/aws" }`
    })
    const tree = memoryTree({ 'main.tf': 'module "first" { source = "acme/m/aws" }' })
    const [grown] = await fetchModules([tree], '', deeper, QUIET)
    assert.equal(asked.length, LIMITS.depth)
    assert.match(evaluated(grown!).notLoaded[0]!.because, /nested more than 24 deep|more than 24 deep/)
  })

  it('more modules than anybody has are not all asked for', async () => {
    let asked = 0
    const calls = Array.from({ length: 1000 }, (_, at) => `module "m${at}" { source = "acme/m${at}/aws" }`)
    const counting = anything(() => {
      asked++
      return 'resource "aws_instance" "gpu" { instance_type = "g5.xlarge" }'
    })
    const [grown] = await fetchModules([memoryTree({ 'main.tf': calls.join('\n') })], '', counting, QUIET)
    assert.equal(asked, LIMITS.modules)
    const { notLoaded, resources } = evaluated(grown!)
    assert.equal(resources.length, LIMITS.modules)
    assert.match(notLoaded[0]!.because, /more than 400 modules to fetch/)
  })

  it('never fetches more at once than it says', async () => {
    let underway = 0
    let most = 0
    const slow: Packages = async (wanted) => {
      most = Math.max(most, ++underway)
      await new Promise((resolve) => setTimeout(resolve, 5))
      underway--
      return anything(() => '')(wanted)
    }
    const calls = Array.from({ length: 30 }, (_, at) => `module "m${at}" { source = "acme/m${at}/aws" }`)
    await fetchModules([memoryTree({ 'main.tf': calls.join('\n') })], '', slow, QUIET)
    assert.equal(most, LIMITS.parallel)
  })
})
