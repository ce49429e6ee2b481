import { block, isSet, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const CLOUDFRONT = 'Amazon CloudFront'

// https://aws.amazon.com/cloudfront/pricing/
export const awsCloudfrontDistribution = pricer(
  {
    type: 'aws_cloudfront_distribution',
    reads: { viewer_certificate: block({ ssl_support_method: string(), acm_certificate_arn: isSet }) },
  },
  function* ({ viewer_certificate: certificate }, context) {
    const out = {
      serviceName: CLOUDFRONT,
      unit: 'GB',
      pricingUnit: 'GB',
      chargedBy: 'request and the GB delivered',
    }
    const us = { description: 'Data to North America', key: 'monthly_data_transfer_to_internet_gb.us' }
    yield* byUse({ ...out, ...us, sku: 'cloudfront/us/out/tier1' }, context)
    const europe = { description: 'Data to Europe', key: 'monthly_data_transfer_to_internet_gb.europe' }
    yield* byUse({ ...out, ...europe, sku: 'cloudfront/europe/out/tier1' }, context)
    if (certificate?.ssl_support_method === 'vip')
      yield monthly({
        description: 'Certificate on dedicated addresses',
        serviceName: CLOUDFRONT,
        sku: 'cloudfront/dedicated_ip_certificate',
        count: 1,
        pricingUnit: 'Certificate-Months',
      })
  },
)
