import { block, number, string } from '../../domain/reads.ts'
import { extra, hourly, omitted } from '../part.ts'
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
  function* ({ shard_count, retention_period, stream_mode_details }) {
    if (stream_mode_details?.stream_mode === 'ON_DEMAND') {
      yield hourly({ description: 'On-demand stream', serviceName: KINESIS, sku: 'kinesis/on_demand/stream' })
      yield extra(omitted('usageBased', 'Data', 'charged by the GB written and read'))
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
    yield extra(omitted('usageBased', 'Records', 'charged by PUT payload unit'))
  },
)
