import { usd } from '../../../core/domain/money.ts'
import type { InstanceSpec, PriceBook } from '../../../core/pricing/price-book.ts'
import { suggest } from '../../../core/suggestions/suggest.ts'
import { inspected } from '../../support/review.ts'

/** What a test says of a charge; its price is that of the made-up book. */
export interface Told {
  readonly address?: string
  readonly phase?: string
  readonly region?: string
  readonly quantity?: number
  readonly description?: string
  readonly exact?: boolean
}

/** A book of a few round prices. */
const PRICES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'us-east-1': {
    'ebs/gp2/storage': 0.1,
    'ebs/gp3/storage': 0.08,
    'ec2/linux/g5.xlarge': 1,
    'ec2/linux/g5.8xlarge': 2.5,
    'ec2/linux/g5.12xlarge': 6,
    'ec2/linux/g5.48xlarge': 16,
    'ec2/linux/g6.8xlarge': 2,
    'ec2/linux-spot/g5.12xlarge': 2.4,
    'ec2/linux/m5.xlarge': 0.2,
    'ec2/linux/m6g.xlarge': 0.15,
    'ec2/linux/m7g.xlarge': 0.16,
    'ec2/linux/m5d.xlarge': 0.23,
    'rds/postgresql/db.m5.xlarge/single_az': 0.4,
    'rds/postgresql/db.m6g.xlarge/single_az': 0.3,
    'sagemaker/ml.g5.12xlarge/hosting': 7,
    'sagemaker/ml.g5.8xlarge/hosting': 3,
    'sagemaker/ml.t3.xlarge/notebook_instance': 0.2,
  },
  'us-west-1': { 'ec2/linux/g5.12xlarge': 7, 'ec2/linux/m5.xlarge': 0.3 },
  'us-west-2': { 'ec2/linux/g5.12xlarge': 5.9 },
  'us-gov-west-1': { 'ec2/linux/g5.12xlarge': 1 },
  'eu-west-1': { 'ec2/linux/g5.12xlarge': 3 },
}

const gpu = (count: number) => ({ model: 'nvidia-a10g', count, memoryGiB: 22 })
const SPECS: readonly InstanceSpec[] = [
  { instanceType: 'g5.12xlarge', vcpu: 48, memoryGiB: 192, accelerator: gpu(4), architecture: 'amd64' },
  { instanceType: 'g5.48xlarge', vcpu: 192, memoryGiB: 768, accelerator: gpu(8), architecture: 'amd64' },
  { instanceType: 'g5.8xlarge', vcpu: 32, memoryGiB: 128, accelerator: gpu(1), architecture: 'amd64' },
  { instanceType: 'g5.xlarge', vcpu: 4, memoryGiB: 16, accelerator: gpu(1), architecture: 'amd64' },
  { instanceType: 'g6.8xlarge', vcpu: 32, memoryGiB: 128, accelerator: gpu(1), architecture: 'amd64' },
  { instanceType: 'm5.xlarge', vcpu: 4, memoryGiB: 16, accelerator: undefined, architecture: 'amd64' },
  { instanceType: 'm5d.xlarge', vcpu: 4, memoryGiB: 16, accelerator: undefined, architecture: 'amd64' },
  { instanceType: 'm6g.xlarge', vcpu: 4, memoryGiB: 16, accelerator: undefined, architecture: 'arm64' },
  { instanceType: 'm7g.xlarge', vcpu: 4, memoryGiB: 16, accelerator: undefined, architecture: 'arm64' },
]

const unitOf = (skuId: string): string => (skuId.startsWith('ebs/') ? 'GB-Months' : 'Hours')

export const madeUpBook: PriceBook = {
  version: 1,
  date: '2026-11-01',
  providers: ['aws'],
  regions: (provider) => (provider === 'aws' ? Object.keys(PRICES) : []),
  price(provider, regionId, skuId) {
    const listUnitPrice = provider === 'aws' ? PRICES[regionId]?.[skuId] : undefined
    if (listUnitPrice === undefined) return undefined
    const pricingUnit = unitOf(skuId)
    return { skuId, regionId, pricingUnit, listUnitPrice, source: 'a made-up list', sourceDate: '2026-11-01' }
  },
  skus: (_, regionId) => Object.keys(PRICES[regionId] ?? {}),
  spec: (_, instanceType) => SPECS.find((spec) => spec.instanceType === instanceType),
  instanceTypes: () => SPECS,
}

/** What is offered for one charge by a rule: what, and the dollars a month that it saves. */
export function offersOf(
  ruleId: string,
  skuId: string,
  told: Told = {},
): readonly (readonly [string, number])[] {
  const { address = 'aws_instance.train', phase, region = 'us-east-1', quantity = 730, exact = true } = told
  const listUnitPrice = PRICES[region]?.[skuId] ?? 1
  const resource = inspected(address, {
    tags: phase === undefined ? {} : { lifecycle_phase: phase },
    charges: [
      {
        skuId,
        regionId: region,
        pricingUnit: unitOf(skuId),
        pricingQuantity: quantity,
        listUnitPrice,
        listCost: usd(listUnitPrice * quantity),
        description: told.description ?? 'Instance',
        basis: exact ? { kind: 'exact' } : { kind: 'reference-region', regionId: 'eu-west-1' },
      },
    ],
  })
  return suggest([resource], madeUpBook)
    .filter(({ id }) => id === ruleId)
    .map(({ what, saves }) => [what, Math.round(saves / 1e4) / 100])
}
