/** A line of an AWS offer file, by the names of its columns. */
export type OfferRow = (column: string) => string

export interface AwsMeter {
  readonly skuId: string
  readonly pricingUnit: string
  /** Units of the offer in one of ours, e.g. 1,024 MiB/s in a GiB/s. */
  readonly divisor?: number
}

/** Which lines of which offer are which SKU of the book. Lines that no rule knows are left as the book has them. */
export const AWS_OFFERS: Readonly<Record<string, (row: OfferRow) => AwsMeter | undefined>> = {
  AmazonEC2: (row) => instance(row) ?? volume(row) ?? natGateway(row),
  AmazonRDS: (row) => database(row),
  AmazonElastiCache: (row) => cacheNode(row),
  AmazonES: (row) => searchNode(row),
  AmazonSageMaker: (row) => sageMakerInstance(row) ?? sageMakerVolume(row),
  AmazonEKS: (row) =>
    /(?:^|-)AmazonEKS-Hours:perCluster$/.test(row('usageType')) ? hours('eks/control_plane') : undefined,
}

const hours = (skuId: string): AwsMeter => ({ skuId, pricingUnit: 'Hours' })

/** Linux without further software, shared hardware, not reserved. */
function instance(row: OfferRow): AwsMeter | undefined {
  const type = row('Instance Type')
  const isPlain =
    /^Compute Instance/.test(row('Product Family')) &&
    row('Operating System') === 'Linux' &&
    row('Pre Installed S/W') === 'NA' &&
    row('CapacityStatus') === 'Used' &&
    /(?:^|-)BoxUsage(?::|$)/.test(row('usageType'))
  if (!isPlain || row('Tenancy') !== 'Shared' || !type.includes('.')) return undefined
  return hours(`ec2/linux/${type}`)
}

const VOLUME_USAGE: readonly (readonly [RegExp, (type: string) => AwsMeter])[] = [
  [
    /(?:^|-)EBS:VolumeUsage(?:\.(gp2|gp3|io1|io2|st1|sc1))?$/,
    (type) => ({ skuId: `ebs/${type}/storage`, pricingUnit: 'GB-Months' }),
  ],
  [/(?:^|-)EBS:VolumeP-IOPS\.(gp3)$/, (type) => ({ skuId: `ebs/${type}/iops`, pricingUnit: 'IOPS-Months' })],
  [
    /(?:^|-)EBS:VolumeP-Throughput\.(gp3)$/,
    (type) => ({ skuId: `ebs/${type}/throughput`, pricingUnit: 'MiBps-Months', divisor: 1_024 }),
  ],
  [/(?:^|-)EBS:SnapshotUsage$/, () => ({ skuId: 'ebs/snapshot/storage', pricingUnit: 'GB-Months' })],
]

function volume(row: OfferRow): AwsMeter | undefined {
  const usage = row('usageType').replace(/\.piops$/, '.io1')
  for (const [pattern, meter] of VOLUME_USAGE) {
    const match = pattern.exec(usage)
    if (match) return meter(match[1] ?? 'standard')
  }
  return undefined
}

function natGateway(row: OfferRow): AwsMeter | undefined {
  return /(?:^|-)NatGateway-Hours$/.test(row('usageType')) ? hours('nat/gateway/hour') : undefined
}

const ENGINES: Readonly<Record<string, string>> = {
  PostgreSQL: 'rds/postgresql',
  MySQL: 'rds/mysql',
  'Aurora PostgreSQL': 'aurora/postgresql',
  'Aurora MySQL': 'aurora/mysql',
}
const DEPLOYMENTS: Readonly<Record<string, string>> = {
  'Single-AZ': 'single_az',
  'Multi-AZ': 'multi_az',
  'Multi-AZ (readable standbys)': 'multi_az_2standby',
}

function database(row: OfferRow): AwsMeter | undefined {
  if (row('Product Family') !== 'Database Instance') return undefined
  const engine = ENGINES[row('Database Engine')]
  const type = row('Instance Type')
  if (!engine || !type.startsWith('db.')) return undefined
  if (engine.startsWith('aurora/')) {
    const optimized = /IOOptimized/.test(row('usageType')) ? '/io_optimized' : ''
    return hours(`${engine}/${type}${optimized}`)
  }
  const deployment = DEPLOYMENTS[row('Deployment Option')]
  return deployment ? hours(`${engine}/${type}/${deployment}`) : undefined
}

function cacheNode(row: OfferRow): AwsMeter | undefined {
  const engine = row('Cache Engine').toLowerCase()
  const type = row('Instance Type')
  const isNode = /(?:^|-)NodeUsage(?::|$)/.test(row('usageType')) && type.startsWith('cache.')
  return isNode && /^(?:redis|valkey|memcached)$/.test(engine)
    ? hours(`elasticache/${engine}/${type}`)
    : undefined
}

function searchNode(row: OfferRow): AwsMeter | undefined {
  const [, type] = /(?:^|-)ESInstance:([a-z0-9]+\.[a-z0-9]+)$/.exec(row('usageType')) ?? []
  return type ? hours(`opensearch/${type}/search`) : undefined
}

/** What an instance is used for, as usage types name it (`USE1-Cluster:ml.p4d.24xlarge`, HyperPod's), and as SKUs do. */
const SAGEMAKER_USE: Readonly<Record<string, string>> = {
  'Cluster:': 'cluster',
  'Host:': 'hosting',
  'Notebk:': 'notebook_instance',
  'Processing:': 'processing',
  'Studio:': 'studio_notebook',
  'Studio:JupyterLab-': 'studio_jupyterlab',
  'Studio:KernelGateway-': 'studio_notebook',
  'Train:': 'training',
  'Tsform:': 'batch_transform',
}

function sageMakerInstance(row: OfferRow): AwsMeter | undefined {
  const [, use = '', type] =
    /(?:^|-)([A-Z][a-z]+:(?:[A-Z]\w+-)?)(ml\.[a-z0-9-]+\.[a-z0-9-]+)$/.exec(row('usageType')) ?? []
  const name = SAGEMAKER_USE[use]
  return type && name ? hours(`sagemaker/${type}/${name}`) : undefined
}

const SAGEMAKER_VOLUMES: Readonly<Record<string, string>> = {
  Cluster: 'cluster',
  Host: 'hosting',
  Notebk: 'notebook_instance',
  Processing: 'processing',
  Studio: 'studio',
  Train: 'training',
}

function sageMakerVolume(row: OfferRow): AwsMeter | undefined {
  const [, use = ''] = /(?:^|-)([A-Z][a-z]+):VolumeUsage\.gp[23]$/.exec(row('usageType')) ?? []
  const name = SAGEMAKER_VOLUMES[use]
  return name ? { skuId: `sagemaker/storage/${name}`, pricingUnit: 'GB-Months' } : undefined
}
