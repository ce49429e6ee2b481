import { block, number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const KINESIS = 'Amazon Kinesis Data Streams'

// https://aws.amazon.com/kinesis/data-streams/pricing/
export const awsKinesisStream = pricer(
  {
    type: 'aws_kinesis_stream',
    reads: {
      shard_count: number(),
      retention_period: number(24),
      stream_mode_details: block({ stream_mode: string('PROVISIONED') }),
    },
  },
  function* ({ shard_count, retention_period, stream_mode_details }, context) {
    if (stream_mode_details?.stream_mode === 'ON_DEMAND') {
      yield hourly({ description: 'On-demand stream', serviceName: KINESIS, sku: 'kinesis/on_demand/stream' })
      const data = { serviceName: KINESIS, unit: 'GB', pricingUnit: 'GB' }
      const written = {
        description: 'Data written',
        key: 'monthly_on_demand_data_in_gb',
        chargedBy: 'the GB written',
      }
      yield* extras(byUse({ ...data, ...written, sku: 'kinesis/on_demand/ingest' }, context))
      const read = {
        description: 'Data read',
        key: 'monthly_on_demand_data_out_gb',
        chargedBy: 'the GB read',
      }
      yield* extras(byUse({ ...data, ...read, sku: 'kinesis/on_demand/retrieval' }, context))
      return
    }
    if (shard_count === undefined) {
      yield omitted('unknown', 'Shards', '`shard_count` is not set')
      return
    }
    const shards = { serviceName: KINESIS, count: shard_count, pricingUnit: 'Shard-Hours' }
    yield hourly({ description: 'Shards', sku: 'kinesis/shard/hour', ...shards })
    if (retention_period > 24)
      yield hourly({ description: 'Extended retention', sku: 'kinesis/shard/extended_retention', ...shards })
    yield* extras(
      byUse(
        {
          description: 'Records',
          serviceName: KINESIS,
          key: 'monthly_provisioned_put_units',
          unit: 'PUT payload units of 25 KB',
          sku: 'kinesis/put_payload_unit',
          pricingUnit: 'Requests',
          chargedBy: 'PUT payload unit',
        },
        context,
      ),
    )
  },
)
