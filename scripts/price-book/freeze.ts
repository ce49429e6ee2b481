import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// node --import tsx scripts/price-book/freeze.ts
// Copies a few prices of core/pricing/book into the small book that tests are run with. Refreshing the book leaves the
// frozen one alone; run this only when a test needs a SKU that is not there, and read what it does to the goldens.

const BOOK = join(import.meta.dirname, '../../core/pricing/book')
const FROZEN = join(import.meta.dirname, '../../test/pricing/book')
const FIRST_LINE =
  '# Frozen for tests by scripts/price-book/freeze.ts from core/pricing/book; not refreshed with it.'

/** us-east-1 has most prices, eu-central-1 fewer, ap-southeast-3 none for EBS; some prices are in one of the others only. */
const REGIONS = [
  'aws/ap-southeast-1',
  'aws/ap-southeast-3',
  'aws/eu-central-1',
  'aws/eu-west-2',
  'aws/us-east-1',
  'aws/us-west-1',
  'aws/us-west-2',
  'azurerm/australiaeast',
  'azurerm/centralus',
  'azurerm/eastus',
  'azurerm/swedencentral',
  'azurerm/westeurope',
  'azurerm/westus',
  'google/europe-west4',
  'google/us',
  'google/us-central1',
  'google/us-multi',
]
const SKUS =
  /^(ec2\/[a-z-]+\/((t2|t3|m5|m6i|c5|r5|g4dn|g5|g6|p3|p4d|p5|inf2|trn1)\.|m7i\.metal)|(rds|aurora)\/\w+\/db\.(t3|t4g|m5|r5|r6g)\.|elasticache\/\w+\/cache\.(t3|m5|r6g)\.|opensearch\/(m5|r6g)\.|msk\/broker\/kafka\/m5\.|emr\/ec2_surcharge\/(m5|r5|g5)\.|(docdb|neptune|redshift|mq|lightsail|codebuild)\/|msk\/broker\/express\/|ec2\/linux-capacity-block\/)/
const TYPES = new RegExp(
  [
    '^(t2|t3|m5|m6i|c5|r5|g4dn|g5|g6|p3|p4d|p5|inf2|trn1)\\.',
    '^(n1-standard|n1-highmem|n2-standard|e2|c3-standard|a2|a3|g2|ct5lp|ct5p|ct6e)-',
    '^Standard_([BDEF]\\d+a?d?s(_v[235])?|N[CDV]\\d+\\w+)$',
  ].join('|'),
)
const MACHINE = /\.(?:\d*xlarge|large|medium|small|micro|nano|metal[^/]*)(?:\/|$)/
const VIRTUAL_MACHINE = /^(?:gce\/vm|azure-vm\/linux)(?:-spot)?\/(.+)$/

function kept(sku: string): boolean {
  const machine = VIRTUAL_MACHINE.exec(sku)?.[1]
  if (machine) return TYPES.test(machine)
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

const counts = new Map(REGIONS.map((region) => [region, freeze(`${region}.csv`, kept)]))
for (const provider of new Set(REGIONS.map((region) => dirname(region))))
  freeze(`${provider}/instance-types.csv`, (type) => TYPES.test(type))
const contents = readFileSync(join(BOOK, 'book.csv'), 'utf8').split('\n')
writeFileSync(
  join(FROZEN, 'book.csv'),
  [
    FIRST_LINE,
    ...contents.filter((line) => /^(# version|# date|Provider)/.test(line)),
    ...REGIONS.map((region) => `${region.replace('/', ',')},${counts.get(region)}`),
    '',
  ].join('\n'),
)
