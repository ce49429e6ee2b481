import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { supportedResources } from '../../scripts/docs/supported-resources.ts'
import { pricerFiles } from '../../scripts/new/pricer.ts'

const ROOT = join(import.meta.dirname, '../..')
const INDEX = 'core/pricing/pricers/index.ts'
const index = readFileSync(join(ROOT, INDEX), 'utf8')

describe('docs/supported-resources.md', () => {
  it('shows the pricers and prices that there are', () => {
    const page = readFileSync(join(ROOT, 'docs/supported-resources.md'), 'utf8')
    assert.equal(page, supportedResources(), 'run npm run docs:resources')
  })
})

describe('npm run new pricer', () => {
  it('lays out a pricer, its fixture and its lines in the index', () => {
    const files = pricerFiles('aws_medialive_channel', index)
    assert.deepEqual(
      [...files.keys()],
      [
        'core/pricing/pricers/aws-medialive-channel.ts',
        'test/pricing/pricers/aws-medialive-channel.tf',
        INDEX,
      ],
    )
    assert.match(
      files.get('core/pricing/pricers/aws-medialive-channel.ts')!,
      /export const awsMedialiveChannel/,
    )
    assert.match(
      files.get('test/pricing/pricers/aws-medialive-channel.tf')!,
      /resource "aws_medialive_channel"/,
    )
    const before = index.split('\n')
    const added = files
      .get(INDEX)!
      .split('\n')
      .filter((line) => !before.includes(line))
    assert.deepEqual(added, [
      "import { awsMedialiveChannel } from './aws-medialive-channel.ts'",
      '  awsMedialiveChannel,',
    ])
    const lines = files.get(INDEX)!.split('\n')
    assert.equal(
      lines[lines.indexOf(added[0]!) + 1],
      "import { awsMemorydbCluster } from './aws-memorydb-cluster.ts'",
    )
    assert.equal(lines[lines.indexOf(added[1]!) + 1], '  awsMemorydbCluster,')
  })

  it('refuses a type that has one, and what is no type', () => {
    assert.throws(() => pricerFiles('aws_eip', index), /there is a pricer for aws_eip already/)
    assert.throws(() => pricerFiles('../aws_eip', index), /is no resource type/)
  })
})
