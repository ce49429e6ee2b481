import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { readBill } from '../../../bills/read-bill.ts'
import { diskTree } from '../../../cli/trees/disk-tree.ts'
import { withoutCalibration } from '../../../core/billing/reconcile/calibration-text.ts'
import { reviewChange } from '../../../core/changes/review-change.ts'
import { inspectTree } from '../../../core/check.ts'
import {
  billedResourcesQuery,
  findConfig,
  memoryTree,
  type Period,
  type Reconciliation,
  reconcileBill,
  renderers,
  type SourceTree,
  type StateIds,
  stateIds,
} from '../../../core/index.ts'
import { billRows, FOCUS_COLUMNS } from '../../../scripts/bills/believable-bill.ts'
import { frozenBook } from '../../support/frozen-book.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { type BilledLine, focusBill, linesOfEstimates } from './bill-of-estimates.ts'

const OCTOBER: Period = { from: '2026-10-01', until: '2026-11-01' }
const folder = temporaryFolder({})

async function reconciled(tree: SourceTree, csv: string, ids: StateIds = new Map()): Promise<Reconciliation> {
  const file = path.join(folder, 'bill.csv')
  writeFileSync(file, csv)
  const { config } = findConfig(tree, '')
  const bill = await readBill([file], config, 'stream')
  try {
    const [groups] = await bill.groups([billedResourcesQuery(OCTOBER)])
    return reconcileBill(tree, '', frozenBook(), {
      groups: groups!,
      period: OCTOBER,
      periodText: '2026-10',
      ids,
    })
  } finally {
    bill.close()
  }
}

const PLATFORM = (machines: number, hours: number, storage: number) => ({
  'ascribe.yml': `version: 1
usage:
  - { match: { type: aws_instance }, hours-per-month: ${hours} }
`,
  'ascribe-usage.yml': `version: 0.1
resource_usage:
  aws_s3_bucket.features:
    standard:
      storage_gb: ${storage}
`,
  'main.tf': `
provider "aws" { region = "us-east-1" }
resource "aws_instance" "train" {
  count         = ${machines}
  ami           = "ami-1"
  instance_type = "g4dn.xlarge"
  root_block_device {
    volume_type = "gp3"
    volume_size = 100
  }
  tags          = { Name = "train-\${count.index}", model_id = "llama_7b", lifecycle_phase = "training" }
}
resource "aws_s3_bucket" "features" {
  bucket = "acme-features"
  tags   = { model_id = "llama_7b", lifecycle_phase = "feature_pipeline" }
}
`,
})

const estimatesOf = (tree: SourceTree) => inspectTree(tree, '', frozenBook()).resources

/** What a review of nothing says costs what. */
const costsOf = (tree: SourceTree) => estimatesOf(tree).map(({ resource, cost }) => [resource.address, cost])

describe('calibrating with a bill', () => {
  it('that was made from the estimates changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 730 }),
        fc.integer({ min: 1, max: 100_000 }),
        async (machines, hours, storage) => {
          const files = PLATFORM(machines, hours, storage)
          const tree = memoryTree(files)
          const result = await reconciled(tree, focusBill(linesOfEstimates(estimatesOf(tree), OCTOBER)))
          assert.equal(result.joined.name, machines + 1, 'all are joined')
          assert.equal(result.isCalibrated, false)
          assert.deepEqual([...result.usage, ...result.discounts], [])
          const after = memoryTree({ ...files, 'ascribe-usage.yml': result.text })
          assert.deepEqual(costsOf(after), costsOf(tree))
          assert.equal(withoutCalibration(result.text).trim(), files['ascribe-usage.yml'].trim())
        },
      ),
      { numRuns: 20 },
    )
  })

  it('that was made from the estimates of the example platform changes nothing either', async () => {
    const tree = diskTree(path.join(import.meta.dirname, '../../../examples/ml-platform/head'))
    const result = await reconciled(tree, focusBill(linesOfEstimates(estimatesOf(tree), OCTOBER)))
    assert.ok(result.before.resources >= 10)
    assert.deepEqual([[...result.usage], result.discounts, result.isCalibrated], [[], [], false])
    assert.ok(result.before.p90Error! < 0.001, `${result.before.p90Error}`)
  })

  it('makes the estimates the bill: hours, what is stored, and what was paid for it', async () => {
    const files = PLATFORM(2, 730, 100)
    const lines = linesOfEstimates(estimatesOf(memoryTree(files)), OCTOBER)
    const changed = lines.map((line): BilledLine => {
      if (line.unit === 'GB-Months' && line.resource === 'acme-features')
        return { ...line, quantity: line.quantity * 5, cost: line.cost * 5 }
      if (line.name === 'train-0' && line.unit === 'Hours')
        return { ...line, quantity: line.quantity / 4, cost: line.cost * 0.2 }
      return line.name.startsWith('train-') ? { ...line, cost: line.cost * 0.8 } : line
    })
    const result = await reconciled(memoryTree(files), focusBill(changed))
    assert.deepEqual(
      [...result.usage].map(([address, quantities]) => [address, Object.fromEntries(quantities)]),
      [
        ['aws_instance.train[0]', { monthly_hours: 182.5 }],
        ['aws_s3_bucket.features', { 'standard.storage_gb': 500 }],
      ],
    )
    assert.deepEqual(result.discounts, [
      { sku: 'ebs/gp3/storage', percent: 20 },
      { sku: 'ec2/linux/g4dn.xlarge', percent: 20 },
    ])
    assert.ok(result.before.medianError! > 0.2)
    assert.ok(result.after.p90Error! < 0.001, `${result.after.p90Error}`)
    const after = memoryTree({ ...files, 'ascribe-usage.yml': result.text })
    assert.deepEqual(inspectTree(after, '', frozenBook()).problems, [])
  })

  it('says nothing of an address that two projects have', async () => {
    const { 'main.tf': main } = PLATFORM(1, 730, 100)
    const named = (name: string) => main.replaceAll('train-', `${name}-train-`)
    const tree = memoryTree({
      'ascribe.yml': 'version: 1\n',
      'a/main.tf': named('a'),
      'b/main.tf': named('b'),
    })
    const lines = linesOfEstimates(estimatesOf(tree), OCTOBER).map((line) =>
      line.unit === 'Hours'
        ? { ...line, resource: line.name, quantity: line.quantity / 2, cost: line.cost / 2 }
        : line,
    )
    const { resources, usage } = await reconciled(tree, focusBill(lines))
    const train = resources.filter(({ address }) => address === 'aws_instance.train[0]')
    assert.deepEqual(
      train.map(({ notMeasured }) => notMeasured),
      ['address of several projects', 'address of several projects'],
    )
    assert.equal(usage.size, 0)
  })

  it('is said by the next review, which measures growth against what was billed', async () => {
    const files = PLATFORM(2, 730, 100)
    const lines = linesOfEstimates(estimatesOf(memoryTree(files)), OCTOBER)
    const dearer = lines.map((line) => ({ ...line, cost: line.cost * 0.5 }))
    const { text } = await reconciled(memoryTree(files), focusBill(dearer))
    const base = { ...files, 'ascribe-usage.yml': text }
    const head = { ...base, 'main.tf': PLATFORM(4, 730, 100)['main.tf'] }
    const review = reviewChange(
      { label: 'base', tree: memoryTree(base) },
      { label: 'head', tree: memoryTree(head) },
      { below: '', prices: frozenBook() },
    )
    const terminal = renderers.review.terminal(review, { colour: false, width: 200 })
    assert.match(terminal, /calibrated with the bill of October 2026/)
    assert.ok(
      review.findings.new.some(
        ({ ruleId, message }) => ruleId === 'growth' && message.includes('of its billed baseline'),
      ),
    )
  })

  it('brings the example platform nearer to its believable bill', async () => {
    const head = diskTree(path.join(import.meta.dirname, '../../../examples/ml-platform/head'))
    const rows = [
      ...billRows({
        from: '2026-10-01',
        until: '2026-11-01',
        copies: 1,
        seed: 1,
        isHourly: false,
        isClean: false,
      }),
    ]
    const csv = [
      FOCUS_COLUMNS.join(','),
      ...rows.map((row) => FOCUS_COLUMNS.map((name) => `"${row[name].replaceAll('"', '""')}"`).join(',')),
    ].join('\n')
    const { before, after, joined, billedAlone, estimatedAlone } = await reconciled(head, csv)
    const percent = (part: number | undefined) => `${((part ?? 0) * 100).toFixed(1)} %`
    console.log(
      `      error of ${before.resources} estimates: median ${percent(before.medianError)} → ${percent(after.medianError)}, 90th percentile ${percent(before.p90Error)} → ${percent(after.p90Error)}`,
    )
    assert.ok(after.medianError! < before.medianError! / 2)
    assert.ok(after.p90Error! < before.p90Error! / 2)
    assert.equal(joined.name + joined.tags, before.resources)
    assert.ok(billedAlone.count > 0 && estimatedAlone.count > 0, 'what is not joined is a number, both ways')
  })
})

describe('a Terraform state', () => {
  const STATE = {
    format_version: '1.0',
    values: {
      root_module: {
        resources: [
          {
            address: 'aws_instance.train[0]',
            mode: 'managed',
            values: {
              id: 'i-0aa',
              arn: 'arn:aws:ec2:us-east-1:1:instance/i-0aa',
              root_block_device: [{ volume_id: 'vol-0bb' }],
              user_data: 'secret-of-nobody',
            },
          },
          { address: 'data.aws_ami.x', mode: 'data', values: { id: 'ami-1' } },
        ],
        child_modules: [
          {
            resources: [{ address: 'module.a.aws_s3_bucket.b', mode: 'managed', values: { id: 'bucket-b' } }],
          },
        ],
      },
    },
  }

  it('says whose ids are whose, and a plan has the same in it', () => {
    const expected = new Map([
      ['aws_instance.train[0]', ['i-0aa', 'arn:aws:ec2:us-east-1:1:instance/i-0aa', 'vol-0bb']],
      ['module.a.aws_s3_bucket.b', ['bucket-b']],
    ])
    assert.deepEqual(stateIds(STATE), expected)
    assert.deepEqual(stateIds({ planned_values: {}, prior_state: STATE }), expected)
    assert.equal(stateIds({ resource: [] }), undefined)
  })

  it('joins what no name tells apart, disks with their machine', async () => {
    const files = PLATFORM(1, 730, 100)
    const lines = linesOfEstimates(estimatesOf(memoryTree(files)), OCTOBER).map(
      (line): BilledLine =>
        line.name !== 'train-0'
          ? line
          : { ...line, name: '', tags: {}, resource: line.unit === 'Hours' ? 'i-0aa' : 'vol-0bb' },
    )
    const without = await reconciled(memoryTree(files), focusBill(lines))
    assert.deepEqual([without.joined.state, without.billedAlone.count], [0, 2])
    const withIds = await reconciled(memoryTree(files), focusBill(lines), stateIds(STATE))
    assert.deepEqual([withIds.joined.state, withIds.billedAlone.count], [1, 0])
    assert.equal(withIds.isCalibrated, false)
  })
})
