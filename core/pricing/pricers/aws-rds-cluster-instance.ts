import { string } from '../../domain/reads.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const ENGINES = new Map([
  ['aurora-postgresql', 'postgresql'],
  ['aurora-mysql', 'mysql'],
])

// https://aws.amazon.com/rds/aurora/pricing/
export const awsRdsClusterInstance = pricer(
  { type: 'aws_rds_cluster_instance', reads: { engine: string(), instance_class: string() } },
  function* ({ engine, instance_class }, context) {
    const name = `Instance (${instance_class})`
    if (engine === undefined || instance_class === undefined) {
      yield omitted(
        'unknown',
        'Instance',
        `\`${engine === undefined ? 'engine' : 'instance_class'}\` is not set`,
      )
      return
    }
    const family = ENGINES.get(engine)
    if (!family) {
      yield omitted(
        'unpriced',
        name,
        `the price book holds Aurora PostgreSQL and MySQL prices, not "${engine}"`,
      )
      return
    }
    if (instance_class === 'db.serverless') {
      yield omitted(
        'usageBased',
        'Aurora Serverless v2',
        'charged by ACU-hour between its minimum and maximum',
      )
      return
    }
    const cluster = linkedResource(context, 'runsOn', 'cluster')
    const storage =
      cluster.kind === 'known' && cluster.value
        ? readFrom(cluster.value, { storage_type: string() })
        : cluster
    if (storage.kind === 'unknown') {
      yield omitted('unknown', name, `whether it is I/O-optimized is unknown: ${storage.because}`)
      return
    }
    const type = storage.value && 'storage_type' in storage.value ? storage.value.storage_type : undefined
    const optimized = type === 'aurora-iopt1' ? '/io_optimized' : ''
    yield hourly({
      description: name,
      serviceName: 'Amazon Aurora',
      sku: `aurora/${family}/${instance_class}${optimized}`,
    })
  },
)
