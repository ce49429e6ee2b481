import { block, bool, count } from '../../domain/reads.ts'
import { type ByUse, byUse } from '../by-use.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const FIREHOSE = 'Amazon Data Firehose'

const INGESTED: ByUse = {
  description: 'Data ingested',
  serviceName: FIREHOSE,
  key: 'monthly_data_ingested_gb',
  unit: 'GB',
  sku: [
    { sku: 'firehose/ingest/tier1', from: 0 },
    { sku: 'firehose/ingest/tier2_500tb', from: 512_000 },
    { sku: 'firehose/ingest/tier3_2pb', from: 2_048_000 },
  ],
  pricingUnit: 'GB',
  chargedBy: 'the GB ingested',
}
const DESTINATION = block({ vpc_config: block({ subnet_ids: count }) })

// https://aws.amazon.com/firehose/pricing/
export const awsKinesisFirehoseDeliveryStream = pricer(
  {
    type: 'aws_kinesis_firehose_delivery_stream',
    reads: {
      extended_s3_configuration: block({
        data_format_conversion_configuration: block({ enabled: bool(true) }),
      }),
      elasticsearch_configuration: DESTINATION,
      opensearch_configuration: DESTINATION,
    },
  },
  function* (
    { extended_s3_configuration: s3, elasticsearch_configuration, opensearch_configuration },
    context,
  ) {
    yield* byUse(INGESTED, context)
    if (s3?.data_format_conversion_configuration?.enabled) {
      const conversion = { description: 'Format conversion', sku: 'firehose/format_conversion' }
      yield* byUse({ ...INGESTED, ...conversion, chargedBy: 'the GB converted' }, context)
    }
    const vpc = (opensearch_configuration ?? elasticsearch_configuration)?.vpc_config
    if (!vpc) return
    yield hourly({
      description: 'Delivery into a VPC',
      serviceName: FIREHOSE,
      sku: 'firehose/vpc/hour',
      count: Math.max(1, vpc.subnet_ids),
    })
    const delivery = { description: 'Data into the VPC', sku: 'firehose/vpc/data' }
    yield* extras(byUse({ ...INGESTED, ...delivery, chargedBy: 'the GB delivered' }, context))
  },
)
