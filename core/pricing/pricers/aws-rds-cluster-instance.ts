import { block, number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { assumption, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { HOURS_PER_MONTH } from '../usage.ts'

const ENGINES = new Map([
  ['aurora-postgresql', 'postgresql'],
  ['aurora-mysql', 'mysql'],
])
const AURORA = 'Amazon Aurora'
const CLUSTER = {
  storage_type: string(),
  serverlessv2_scaling_configuration: block({ min_capacity: number(), max_capacity: number() }),
}

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
    const linked = linkedResource(context, 'runsOn', 'cluster')
    const cluster = linked.kind === 'known' && linked.value ? readFrom(linked.value, CLUSTER) : linked
    if (cluster.kind === 'unknown') {
      yield omitted('unknown', name, `whether it is I/O-optimized is unknown: ${cluster.because}`)
      return
    }
    const settings = cluster.value && 'storage_type' in cluster.value ? cluster.value : undefined
    const optimized = settings?.storage_type === 'aurora-iopt1' ? '/io_optimized' : ''
    if (instance_class !== 'db.serverless') {
      yield hourly({
        description: name,
        serviceName: AURORA,
        sku: `aurora/${family}/${instance_class}${optimized}`,
      })
      return
    }
    const acu = {
      description: 'Aurora Serverless v2',
      serviceName: AURORA,
      sku: `aurora/${family}/serverless_v2${optimized}`,
      pricingUnit: 'ACU-Hours',
    }
    const stated = { key: 'capacity_units_per_hr', unit: 'ACUs, on average' }
    const bounds = settings?.serverlessv2_scaling_configuration
    const { min_capacity: low, max_capacity: high } = bounds ?? {}
    if (context.quantity(stated) || low === undefined || high === undefined) {
      const chargedBy = 'ACU-hour between its minimum and maximum'
      yield* byUse({ ...acu, ...stated, per: HOURS_PER_MONTH, chargedBy }, context)
      return
    }
    yield assumption('serverless instances stay at `min_capacity`')
    yield hourly({ ...acu, count: low, scaling: { low, high } })
  },
)
