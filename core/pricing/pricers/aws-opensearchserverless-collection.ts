import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { assumption, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const AOSS = 'Amazon OpenSearch Service'

// https://aws.amazon.com/opensearch-service/pricing/: OCUs are shared by the collections of an account
export const awsOpensearchserverlessCollection = pricer(
  {
    type: 'aws_opensearchserverless_collection',
    reads: { type: string('TIMESERIES'), standby_replicas: string('ENABLED') },
  },
  function* ({ standby_replicas }, context) {
    const ocus = standby_replicas === 'DISABLED' ? 1 : 2
    yield assumption(
      `the account's first collection of its kind: ${ocus} OCU at least, half for indexing, half for search`,
    )
    yield hourly({
      description: 'Capacity units',
      serviceName: AOSS,
      sku: 'opensearch/serverless/ocu',
      count: ocus,
      scaling: { low: ocus, high: 'unbounded' },
      pricingUnit: 'OCU-Hours',
    })
    yield* byUse(
      {
        description: 'Storage',
        serviceName: AOSS,
        key: 'storage_gb',
        unit: 'GB',
        sku: 'opensearch/serverless/storage',
        pricingUnit: 'GB-Months',
        chargedBy: 'what is stored',
      },
      context,
    )
  },
)
