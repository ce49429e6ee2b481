/** What runs on the example platform, as its cloud bills it. `examples/ml-platform/head/infra` creates it. */
export interface Workload {
  readonly service: string
  readonly category: string
  /** An ARN or an id, as AWS has it in `ResourceId`. */
  readonly resource: string
  readonly name: string
  readonly sku: string
  readonly unit: string
  /** USD a unit. */
  readonly price: number
  /** Units on an ordinary day. */
  readonly perDay: number
  readonly season: Season
  readonly tags: Readonly<Record<string, string>>
  /** Only on days from the first up to and without the other. */
  readonly lives?: { readonly from?: string; readonly until?: string }
}

/** `steady` day and night; `office` on weekdays; `traffic` less at weekends; `weekly` a training run on Mondays. */
export type Season = 'steady' | 'office' | 'traffic' | 'weekly' | 'growing'

const ACCOUNT = '111122223333'
export const REGION = 'us-east-1'
export { ACCOUNT }

const DEFAULTS = {
  environment: 'production',
  project: 'ml-platform',
  cost_center: 'eng-platform',
  created_by: 'automation',
  managed_by: 'terraform',
}
const PLATFORM = { ...DEFAULTS, team: 'ml-platform', model_id: 'shared' }
const FRAUD = {
  ...DEFAULTS,
  team: 'fraud-ml',
  cost_center: 'eng-risk',
  project: 'fraud-detection',
  model_id: 'fraud_xgb_v7',
}
const RANKING = {
  ...DEFAULTS,
  team: 'search-ml',
  cost_center: 'eng-search',
  project: 'product-ranking',
  model_id: 'product_rec_v3',
}
const phase = (tags: Readonly<Record<string, string>>, lifecycle_phase: string) => ({
  ...tags,
  lifecycle_phase,
})
const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`

const SAGEMAKER = { service: 'Amazon SageMaker', category: 'AI and Machine Learning', unit: 'Hours' }
const EC2 = { service: 'Amazon Elastic Compute Cloud', category: 'Compute', unit: 'Hours' }
const EBS = { service: 'Amazon Elastic Block Store', category: 'Storage', unit: 'GB-Months' }
const S3 = { service: 'Amazon Simple Storage Service', category: 'Storage' }

export const PLATFORM_WORKLOADS: readonly Workload[] = [
  {
    ...SAGEMAKER,
    resource: arn('sagemaker', 'endpoint/fraud-scoring'),
    name: 'fraud-scoring',
    sku: 'ml.g5.xlarge-Hosting',
    price: 1.4084,
    perDay: 48,
    season: 'steady',
    tags: phase(FRAUD, 'inference'),
  },
  {
    ...SAGEMAKER,
    resource: arn('sagemaker', 'endpoint/product-ranking'),
    name: 'product-ranking',
    sku: 'ml.c5.xlarge-Hosting',
    price: 0.204,
    perDay: 52,
    season: 'traffic',
    tags: phase(RANKING, 'inference'),
  },
  {
    ...SAGEMAKER,
    resource: arn('sagemaker', 'training-job/fraud-weekly'),
    name: 'fraud-weekly',
    sku: 'ml.g5.12xlarge-Training',
    price: 7.09,
    perDay: 14,
    season: 'weekly',
    tags: phase(FRAUD, 'training'),
  },
  {
    ...SAGEMAKER,
    resource: arn('sagemaker', 'notebook-instance/research-ranking'),
    name: 'research-ranking',
    sku: 'ml.t3.xlarge-Notebook',
    price: 0.2,
    perDay: 10,
    season: 'office',
    tags: phase({ ...RANKING, environment: 'development' }, 'development'),
  },
  {
    ...SAGEMAKER,
    resource: arn('sagemaker', 'notebook-instance/anna-test'),
    name: 'anna-test',
    sku: 'ml.g5.2xlarge-Notebook',
    price: 1.515,
    perDay: 24,
    season: 'steady',
    tags: {},
    lives: { from: '2026-10-05' },
  },
  {
    ...EC2,
    resource: 'i-0f00000000000001a',
    name: 'fraud-training',
    sku: 'BoxUsage:m5.2xlarge',
    price: 0.384,
    perDay: 8,
    season: 'office',
    tags: phase(FRAUD, 'training'),
  },
  {
    ...EC2,
    resource: 'i-0f00000000000002b',
    name: 'ranking-training',
    sku: 'BoxUsage:g4dn.xlarge',
    price: 0.526,
    perDay: 7.5,
    season: 'office',
    tags: phase(RANKING, 'training'),
  },
  {
    ...EC2,
    resource: 'i-0f00000000000003c',
    name: 'fraud-gpu-training',
    sku: 'BoxUsage:g5.12xlarge',
    price: 5.672,
    perDay: 24,
    season: 'steady',
    tags: { ...DEFAULTS, Name: 'fraud-gpu-training' },
    lives: { from: '2026-10-12' },
  },
  {
    ...EC2,
    resource: 'i-0f00000000000004d',
    name: 'pipelines',
    sku: 'BoxUsage:m5.xlarge',
    price: 0.192,
    perDay: 72,
    season: 'growing',
    tags: phase(PLATFORM, 'feature_pipeline'),
  },
  {
    ...EC2,
    resource: 'i-0f00000000000005e',
    name: 'monitoring',
    sku: 'BoxUsage:m5.large',
    price: 0.096,
    perDay: 24,
    season: 'steady',
    tags: phase(PLATFORM, 'monitoring'),
  },
  {
    ...EC2,
    resource: 'i-0f00000000000006f',
    name: 'graph-experiment',
    sku: 'BoxUsage:g5.xlarge',
    price: 1.006,
    perDay: 24,
    season: 'steady',
    tags: phase(
      { ...FRAUD, environment: 'experiment', experiment_id: 'graph-rings-1', expires_at: '2026-10-15' },
      'training',
    ),
    lives: { from: '2026-09-20' },
  },
  {
    ...EBS,
    resource: 'vol-0f0000000000000a1',
    name: 'payment-graph',
    sku: 'VolumeUsage.gp3',
    price: 0.08,
    perDay: 1000 / 30.4,
    season: 'steady',
    tags: phase(FRAUD, 'Training'),
  },
  {
    ...EBS,
    resource: 'vol-0f0000000000000a2',
    name: 'pipelines-root',
    sku: 'VolumeUsage.gp3',
    price: 0.08,
    perDay: 240 / 30.4,
    season: 'steady',
    tags: {},
  },
  {
    ...S3,
    resource: 'acme-feature-store',
    name: 'acme-feature-store',
    sku: 'TimedStorage-ByteHrs',
    unit: 'GB-Months',
    price: 0.023,
    perDay: 5200 / 30.4,
    season: 'growing',
    tags: phase(PLATFORM, 'feature_pipeline'),
  },
  {
    ...S3,
    resource: 'acme-models',
    name: 'acme-models',
    sku: 'Requests-Tier2',
    unit: 'Requests',
    price: 0.0000004,
    perDay: 2_400_000,
    season: 'traffic',
    tags: phase(PLATFORM, 'inference'),
  },
  {
    service: 'Amazon Relational Database Service',
    category: 'Databases',
    resource: arn('rds', 'db:feature-store'),
    name: 'feature-store',
    sku: 'InstanceUsage:db.r6g.large',
    unit: 'Hours',
    price: 0.225,
    perDay: 24,
    season: 'steady',
    tags: phase(PLATFORM, 'feature_pipeline'),
  },
  {
    service: 'Amazon Elastic Container Service for Kubernetes',
    category: 'Compute',
    resource: arn('eks', 'cluster/ml-shared'),
    name: 'ml-shared',
    sku: 'AmazonEKS-Hours:perCluster',
    unit: 'Hours',
    price: 0.1,
    perDay: 24,
    season: 'steady',
    tags: phase(PLATFORM, 'inference'),
  },
  {
    service: 'Amazon Virtual Private Cloud',
    category: 'Networking',
    resource: arn('ec2', 'natgateway/nat-0f000000000000001'),
    name: 'platform-a',
    sku: 'NatGateway-Hours',
    unit: 'Hours',
    price: 0.045,
    perDay: 48,
    season: 'steady',
    tags: PLATFORM,
  },
  {
    service: 'Amazon Bedrock',
    category: 'AI and Machine Learning',
    resource: '',
    name: '',
    sku: 'Claude-InputTokenCount',
    unit: '1K tokens',
    price: 0.003,
    perDay: 9000,
    season: 'traffic',
    tags: {
      ' team': 'search-ml',
      CostCenter: 'eng-search',
      'Model-ID': 'product_rec_v3',
      lifecycle_phase: 'inference',
      environment: 'production',
    },
  },
]

/** What happens on single days, and that a report must find. */
export interface PlantedAnomaly {
  readonly name: string
  readonly resource: string
  readonly from: string
  readonly until: string
  /** Times the ordinary use. */
  readonly factor: number
}

export const PLANTED: readonly PlantedAnomaly[] = [
  // A retry loop in the ranking service: more instances for four days.
  {
    name: 'ranking retries',
    resource: arn('sagemaker', 'endpoint/product-ranking'),
    from: '2026-10-28',
    until: '2026-11-01',
    factor: 5,
  },
  // A training run on a Wednesday, where only Mondays have one, would be found by its weekday alone.
  {
    name: 'second fraud training',
    resource: arn('sagemaker', 'training-job/fraud-weekly'),
    from: '2026-09-23',
    until: '2026-09-24',
    factor: 1,
  },
]
