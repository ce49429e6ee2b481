import type { Basis } from '../domain/estimate.ts'
import { DISK_TIERS } from './azure-disk.ts'
import type { Price, PriceBook } from './price-book.ts'

export interface FoundPrice {
  readonly price: Price
  readonly basis: Basis
}

/** A price that may stand in where the book has none for the SKU in the region. */
interface StandInRule {
  /** Named in the result. */
  readonly rule: string
  readonly sku: RegExp
  /** `$1` is the first group of `sku`. */
  readonly standIn: string
  /** Where the stand-in's price is looked up, if not in the resource's own region. */
  readonly regionId?: string
  /** The share of the stand-in's price that it is, and for which unit. */
  readonly share?: { readonly of: number; readonly pricingUnit: string }
}

const SAGEMAKER_INSTANCE =
  /^sagemaker\/(ml\.[^/]+)\/(?:cluster|hosting|notebook_instance|studio_notebook|studio_jupyterlab|training|processing)$/

/** Azure's Standard SSDs cost alike for a GiB whatever their size is; the facts hold E30, of 1 TiB, in all regions. */
const standardSsdTiers: readonly StandInRule[] = DISK_TIERS.map(([sizeGiB, tier]) => {
  // The largest is sold as 32,767 GiB and charged as 32 TiB.
  const of = Math.ceil(sizeGiB / 4) / 256
  return {
    rule: `${of} × the E30 disk`,
    sku: new RegExp(`^azure/disk/standard_ssd/e${tier}/([lz]rs)$`),
    standIn: 'azure/disk/standard_ssd/e30/$1',
    share: { of, pricingUnit: 'Disk-Months' },
  }
})

/**
 * Tried in this order. SageMaker charges an instance of a size alike whatever it is used for: of the 19 sizes that the
 * facts hold for both hosting and Studio in us-east-1, 18 agree to within 0.4 % (trn1.32xlarge is 15 % dearer hosted).
 */
const STAND_INS: readonly StandInRule[] = [
  {
    rule: 'SageMaker Studio notebook of the same size',
    sku: SAGEMAKER_INSTANCE,
    standIn: 'sagemaker/$1/studio_notebook',
  },
  {
    rule: 'SageMaker batch transform of the same size',
    sku: SAGEMAKER_INSTANCE,
    standIn: 'sagemaker/$1/batch_transform',
  },
  {
    rule: 'SageMaker JupyterLab of the same size',
    sku: SAGEMAKER_INSTANCE,
    standIn: 'sagemaker/$1/studio_jupyterlab',
  },
  {
    rule: 'SageMaker hosting of the same size',
    sku: SAGEMAKER_INSTANCE,
    standIn: 'sagemaker/$1/hosting',
  },
  {
    rule: 'SageMaker hosting of the same size in us-east-1',
    sku: SAGEMAKER_INSTANCE,
    standIn: 'sagemaker/$1/hosting',
    regionId: 'us-east-1',
  },
  {
    rule: 'SageMaker Studio notebook of the same size in us-east-1',
    sku: SAGEMAKER_INSTANCE,
    standIn: 'sagemaker/$1/studio_notebook',
    regionId: 'us-east-1',
  },
  {
    rule: 'SageMaker batch transform of the same size in us-west-2',
    sku: SAGEMAKER_INSTANCE,
    standIn: 'sagemaker/$1/batch_transform',
    regionId: 'us-west-2',
  },
  {
    rule: 'SageMaker JupyterLab of the same size in us-west-2',
    sku: SAGEMAKER_INSTANCE,
    standIn: 'sagemaker/$1/studio_jupyterlab',
    regionId: 'us-west-2',
  },
  {
    rule: 'dedicated-tenancy price of the same bare-metal size, 6-10 % high',
    sku: /^ec2\/linux\/([^/]+\.metal[^/]*)$/,
    standIn: 'ec2/linux-dedicated/$1',
  },
  // The facts' N1 nodes in training and prediction and their A3 and H100 meters are all that much above Compute Engine.
  {
    rule: '1.15 × the Compute Engine price of the same machine',
    sku: /^vertex\/(?:training|prediction)\/([^/]+-[^/]+)\/node$/,
    standIn: 'gce/vm/$1',
    share: { of: 1.15, pricingUnit: 'Hours' },
  },
  // So it is of the one size that the facts hold.
  {
    rule: '1.4 × the Compute Engine price of the same machine',
    sku: /^vertex\/vector_search\/([^/]+-[^/]+)\/node$/,
    standIn: 'gce/vm/$1',
    share: { of: 1.4, pricingUnit: 'Hours' },
  },
  {
    rule: '1.15 × the Compute Engine price of the same GPU',
    sku: /^vertex\/(?:training|prediction)\/(nvidia-tesla-\w+)$/,
    standIn: 'gce/gpu/$1',
    share: { of: 1.15, pricingUnit: 'GPU-Hours' },
  },
  {
    rule: 'OpenSearch storage in us-east-1',
    sku: /^opensearch\/(?:storage|iops|throughput)\/.+/,
    standIn: '$&',
    regionId: 'us-east-1',
  },
  {
    rule: 'CloudWatch dashboard in us-east-1',
    sku: /^cloudwatch\/dashboard$/,
    standIn: '$&',
    regionId: 'us-east-1',
  },
  // So it is in both regions that the facts hold a price for.
  {
    rule: "half of the region's price of a GB of gp3",
    sku: /^ebs\/gp3\/throughput$/,
    standIn: 'ebs/gp3/storage',
    share: { of: 0.5, pricingUnit: 'MiBps-Months' },
  },
  ...standardSsdTiers,
  { rule: 'EBS in us-east-1', sku: /^ebs\/.+/, standIn: '$&', regionId: 'us-east-1' },
  {
    rule: 'CloudWatch alarm in ap-southeast-1',
    sku: /^cloudwatch\/alarm\/.+/,
    standIn: '$&',
    regionId: 'ap-southeast-1',
  },
]

/** What the facts hold for one region only, and that region. */
const ONE_REGION: readonly (readonly [regionId: string, sku: RegExp])[] = [
  [
    'us-central1',
    /^(?:cloud_functions|cloud_run|cloud_sql|composer|dataflow|dataproc|memorystore|vertex|gcp\/lb|gcp\/vpn|gke\/autopilot|gce\/(?:image|machine_image))\//,
  ],
  ['us', /^bigquery\/(?:slot|bi_engine)\//],
  ['us-central1', /^bigquery\//],
  [
    'us-east-1',
    /^(?:acmpca|apigateway|cloudformation|cloudhsm|cloudtrail|codebuild|config|directory|docdb|dx|eventbridge|grafana|mq|networkfirewall|resolver|sfn|sns|sqs|ssm|transfer|vpn|waf)\//,
  ],
  [
    'us-east-1',
    /^(?:cloudwatch\/logs\/.+|ec2\/(?:host\/.+|cpu_credits)|efs\/onezone_ia\/storage|fsx\/(?:openzfs|windows|backup)\/.+|lambda\/.+|redshift\/(?:ds2|managed_storage|backup|spectrum).*|s3\/(?:requests|intelligent_tiering|glacier_deep_archive)\/.+|secretsmanager\/requests|vpc\/(?:tgw\/data|traffic_mirror))$/,
  ],
  ['us-west-1', /^backup\//],
  ['eu-west-2', /^(?:firehose|flink|neptune)\//],
  [
    'eastus',
    /^(?:aks|ai_search|azure\/(?:api_management|app_gateway|app_service|application_insights|automation|cosmos_db|disk|event_hubs|firewall|functions|key_vault|lb|monitor|public_ip|redis|sql|traffic_manager|vpn_gateway)|databricks)\//,
  ],
  [
    'westeurope',
    /^(?:acr|azure\/(?:app_configuration|data_factory|ddos_protection|dns|event_grid|log_analytics|iot_hub|logic_app|monitor|nat_gateway|network_watcher|peering|sentinel|service_bus|signalr|sql|sql_mi|synapse|table|traffic_manager|virtual_hub|virtual_wan))\//,
  ],
  ['westus', /^azure\/(?:lb|mysql_flexible|postgres_flexible|private_endpoint)\//],
  ['australiaeast', /^azure\/bastion\//],
  ['centralus', /^azure\/static_web_app\//],
  // The facts say that Azure OpenAI's provisioned throughput costs alike in all regions.
  ['swedencentral', /^azure_openai\/ptu\//],
  ['eastus', /^azure_openai\//],
  ['ap-southeast-1', /^(?:emr\/serverless|s3\/requests)\//],
]

/** Services without regions, or with one price everywhere, and the region that their price is kept with. */
const GLOBAL: readonly (readonly [regionId: string, sku: RegExp])[] = [
  ['us-east-1', /^(?:route53|cloudfront|globalaccelerator)\//],
  [
    'us-central1',
    /^(?:artifact_registry|cloud_dns|gcp\/(?:kms|logging|monitoring)|gke\/control_plane|pubsub|secret_manager)(?:\/|$)/,
  ],
]

/** The price of a SKU in a region, or the nearest that a named rule allows, and which. */
export function findPrice(
  book: PriceBook,
  provider: string,
  regionId: string,
  skuId: string,
): FoundPrice | undefined {
  const [home = regionId] = GLOBAL.find(([, sku]) => sku.test(skuId)) ?? []
  const exact = book.price(provider, home, skuId)
  if (exact) return { price: exact, basis: { kind: 'exact' } }
  // A region that the book does not know (cn-north-1, a typo) has its own price list: nothing stands in for it.
  if (!book.regions(provider).includes(regionId)) return undefined
  for (const { rule, sku, standIn, regionId: elsewhere, share } of STAND_INS) {
    if (!sku.test(skuId)) continue
    const price = book.price(provider, elsewhere ?? regionId, skuId.replace(sku, standIn))
    if (!price) continue
    const basis: Basis =
      price.skuId === skuId
        ? { kind: 'reference-region', regionId: price.regionId }
        : { kind: 'equivalent', skuId: price.skuId, rule }
    return { price: share ? sharedPrice(price, share) : price, basis }
  }
  for (const [elsewhere, sku] of ONE_REGION) {
    const price = sku.test(skuId) ? book.price(provider, elsewhere, skuId) : undefined
    if (price) return { price, basis: { kind: 'reference-region', regionId: elsewhere } }
  }
  return undefined
}

function sharedPrice(price: Price, { of, pricingUnit }: NonNullable<StandInRule['share']>): Price {
  // Prices have at most ten decimals; a product of two must not add noise beyond them.
  return { ...price, pricingUnit, listUnitPrice: Number((price.listUnitPrice * of).toFixed(10)) }
}
