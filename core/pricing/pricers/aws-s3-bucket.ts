import { type ByUse, byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

const S3 = 'Amazon Simple Storage Service'

const stored = (description: string, key: string, sku: ByUse['sku']): ByUse => ({
  description,
  serviceName: S3,
  key,
  unit: 'GB',
  sku,
  pricingUnit: 'GB-Months',
  chargedBy: 'what is stored, requested and transferred',
})
const requests = (description: string, key: string, sku: string): ByUse => ({
  description,
  serviceName: S3,
  key: `standard.${key}`,
  unit: 'requests',
  sku,
  pricingUnit: 'Requests',
  chargedBy: 'what is stored, requested and transferred',
})

const USES: readonly ByUse[] = [
  stored('Standard', 'standard.storage_gb', [
    { sku: 's3/standard/storage', from: 0 },
    { sku: 's3/standard/storage/tier2_50tb', from: 51_200 },
    { sku: 's3/standard/storage/tier3_500tb', from: 512_000 },
  ]),
  requests('PUT, COPY, POST and LIST requests', 'monthly_tier_1_requests', 's3/requests/tier1'),
  requests('GET and other requests', 'monthly_tier_2_requests', 's3/requests/tier2'),
  stored(
    'Intelligent tiering, frequent access',
    'intelligent_tiering.frequent_access_storage_gb',
    's3/intelligent_tiering/frequent/storage',
  ),
  stored(
    'Intelligent tiering, infrequent access',
    'intelligent_tiering.infrequent_access_storage_gb',
    's3/intelligent_tiering/infrequent/storage',
  ),
  stored('Standard, infrequent access', 'standard_infrequent_access.storage_gb', 's3/standard_ia/storage'),
  stored('One zone, infrequent access', 'one_zone_infrequent_access.storage_gb', 's3/onezone_ia/storage'),
  stored('Glacier instant retrieval', 'glacier_instant_retrieval.storage_gb', 's3/glacier_ir/storage'),
  stored(
    'Glacier flexible retrieval',
    'glacier_flexible_retrieval.storage_gb',
    's3/glacier_flexible/storage',
  ),
  stored('Glacier deep archive', 'glacier_deep_archive.storage_gb', 's3/glacier_deep_archive/storage'),
]

// https://aws.amazon.com/s3/pricing/
export const awsS3Bucket = pricer({ type: 'aws_s3_bucket', reads: {} }, function* (_, context) {
  const anyIsStated = USES.some((use) => context.quantity(use) !== undefined)
  // A bucket that somebody speaks of uses the classes that are spoken of.
  for (const [index, use] of USES.entries())
    if (anyIsStated ? context.quantity(use) : index === 0) yield* byUse(use, context)
})
