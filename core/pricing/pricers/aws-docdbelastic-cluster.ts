import { number } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/documentdb/pricing/
export const awsDocdbelasticCluster = pricer(
  {
    type: 'aws_docdbelastic_cluster',
    reads: { shard_capacity: number(), shard_count: number(), shard_instance_count: number(2) },
  },
  function* ({ shard_capacity, shard_count, shard_instance_count }) {
    if (shard_capacity === undefined || shard_count === undefined) {
      yield omitted('unknown', 'Shards', 'neither `shard_capacity` nor `shard_count` may be missing')
      return
    }
    yield hourly({
      description: `Shards of ${shard_capacity} vCPU`,
      serviceName: 'Amazon DocumentDB',
      sku: 'docdb/elastic/vcpu',
      count: shard_capacity * shard_count * shard_instance_count,
      pricingUnit: 'vCPU-Hours',
    })
  },
)
