import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// node --import tsx scripts/price-book/freeze.ts
// Copies a few prices of core/pricing/book into the small book that tests are run with. Refreshing the book leaves the
// frozen one alone; run this only when a test needs a SKU that is not there, and read what it does to the goldens.

const BOOK = join(import.meta.dirname, '../../core/pricing/book')
const FROZEN = join(import.meta.dirname, '../../test/pricing/book')
const FIRST_LINE =
  '# Frozen for tests by scripts/price-book/freeze.ts from core/pricing/book; not refreshed with it.'

/** us-east-1 has most prices, eu-central-1 fewer, ap-southeast-1 the alarms', ap-southeast-3 none for EBS. */
const REGIONS = ['ap-southeast-1', 'ap-southeast-3', 'eu-central-1', 'us-east-1', 'us-west-2']
const SKUS =
  /^(ec2\/[a-z-]+\/((t2|t3|m5|m6i|c5|r5|g4dn|g5|g6|p3|p4d|p5|inf2|trn1)\.|m7i\.metal)|(rds|aurora)\/\w+\/db\.(t3|t4g|m5|r5|r6g)\.|elasticache\/\w+\/cache\.(t3|m5|r6g)\.|opensearch\/(m5|r6g)\.|msk\/broker\/kafka\/m5\.)/
const MACHINE = /\.(?:\d*xlarge|large|medium|small|micro|nano|metal[^/]*)(?:\/|$)/
const TYPES = /^(t2|t3|m5|m6i|c5|r5|g4dn|g5|g6|p3|p4d|p5|inf2|trn1)\./

function kept(sku: string): boolean {
  return sku.startsWith('sagemaker/') || SKUS.test(sku) || !MACHINE.test(sku)
}

function freeze(name: string, keep: (line: string) => boolean): number {
  const [, ...lines] = readFileSync(join(BOOK, name), 'utf8').trimEnd().split('\n')
  const [heading = ''] = lines.filter((line) => !line.startsWith('#'))
  const rows = lines.filter((line) => !line.startsWith('#') && line !== heading && keep(line.split(',')[0]!))
  const sources = new Set(rows.map((row) => row.split(',').at(-1)))
  const notes = lines.filter(
    (line) => line.startsWith('#') && (!line.startsWith('# source ') || sources.has(line.split(' ')[2])),
  )
  mkdirSync(dirname(join(FROZEN, name)), { recursive: true })
  writeFileSync(join(FROZEN, name), [FIRST_LINE, ...notes, heading, ...rows, ''].join('\n'))
  return rows.length
}

const counts = new Map(REGIONS.map((region) => [region, freeze(`aws/${region}.csv`, kept)]))
freeze('aws/instance-types.csv', (type) => TYPES.test(type))
const contents = readFileSync(join(BOOK, 'book.csv'), 'utf8').split('\n')
writeFileSync(
  join(FROZEN, 'book.csv'),
  [
    FIRST_LINE,
    ...contents.filter((line) => /^(# version|# date|Provider)/.test(line)),
    ...REGIONS.map((region) => `aws,${region},${counts.get(region)}`),
    '',
  ].join('\n'),
)
