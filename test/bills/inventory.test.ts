import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { readInventory } from '../../bills/inventory.ts'
import type { ChargeGroup } from '../../core/billing/group-query.ts'
import { storageByPrefix } from '../../core/billing/report/storage.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { sum, toDollars } from '../../core/domain/money.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const { config, problems } = readConfig(
  new SourceFile(
    'ascribe.yml',
    `version: 1
teams: { fraud-team: {}, search-ml: {} }
models: { product_rec_v3: { team: search-ml } }
bill: { prefixes: { "s3://lake/raw/2026/": product_rec_v3, "s3://lake/raw/": search-ml } }
`,
  ),
)
const prefixes = config.bill.prefixes!

function written(text: string, name = 'inventory.csv'): string {
  const file = path.join(temporaryFolder({}), name)
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text)
  return file
}

const charge = (resource: string, billed: bigint): ChargeGroup =>
  ({
    by: { resource, currency: 'USD' },
    billed,
    effective: billed,
    quantity: 0n,
    rows: 1,
    unreadable: { billed: 0, effective: 0 },
  }) as unknown as ChargeGroup

/** As S3 writes it: no header, keys encoded, a deletion without a size. */
const INVENTORY = `"lake","fraud-team/features+2026/a%2Cb.parquet","600"
"lake","fraud-team/model.bin","100"
"lake","raw/2026/clicks.json","200"
"lake","raw/2025/clicks.json","50"
"lake","README","50"
"lake","old/gone",""
"models","Product-Rec-V3/1/model.tar.gz","1"
`

describe('what a bucket is billed, by prefix', () => {
  const lines = async (billed: readonly ChargeGroup[]) =>
    storageByPrefix(
      await readInventory([written(INVENTORY, 'inventory.csv.gz')], prefixes),
      billed,
      { cost: 'billed', currency: 'USD' },
      { ...config, prefixes },
    )

  it('goes to whom ascribe.yml names, the longest prefix first, else to whom the folder is called by', async () => {
    assert.deepEqual(problems, [])
    const found = await lines([charge('lake', 10_0000000000n), charge('arn:aws:s3:::models', 3_0000000000n)])
    assert.deepEqual(
      found.map(({ bucket, prefix, team, model, objects, amount }) => [
        `${bucket}/${prefix}`,
        team,
        model,
        objects,
        toDollars(amount),
      ]),
      [
        ['lake/fraud-team/', 'fraud-team', undefined, 2, 7],
        ['models/Product-Rec-V3/', 'search-ml', 'product_rec_v3', 1, 3],
        ['lake/raw/2026/', 'search-ml', 'product_rec_v3', 1, 2],
        ['lake/', undefined, undefined, 1, 0.5],
        ['lake/raw/', 'search-ml', undefined, 1, 0.5],
        ['lake/old/', undefined, undefined, 1, 0],
      ],
    )
  })

  it('adds up to what the bucket is billed, also where that is taken back', async () => {
    for (const billed of [1_0000000000n, -3333330000n, 0n]) {
      const found = await lines([charge('lake', billed)])
      assert.equal(sum(found.map(({ amount }) => amount)), Number(billed / 10000n))
    }
  })

  it('columns may stand in any order under a header', async () => {
    const file = written('Size,Storage class,Key,Bucket\n7,GLACIER,a/b,lake\n')
    assert.deepEqual(await readInventory([file], new Map()), [
      { bucket: 'lake', prefix: 'a/', bytes: 7n, objects: 1 },
    ])
  })

  it('a line that is none is an error with its place', async () => {
    for (const line of ['lake,a', 'lake,a,-1', 'lake,a,1e9', 'lake,a,99999999999999999999', 'lake,"a,1']) {
      const file = written(`lake,ok,1\n${line}\n`)
      await assert.rejects(readInventory([file], new Map()), { message: new RegExp(`^${file}:2: `) }, line)
    }
  })
})
