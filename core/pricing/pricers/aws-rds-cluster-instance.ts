import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { readAll, string } from '../reads.ts'

const ENGINES: Readonly<Record<string, string>> = {
  'aurora-postgresql': 'postgresql',
  'aurora-mysql': 'mysql',
}

// https://aws.amazon.com/rds/aurora/pricing/
export const awsRdsClusterInstance = pricer({
  type: 'aws_rds_cluster_instance',
  reads: { engine: string(), instance_class: string() },
  *meters({ engine, instance_class }, { resource, graph }) {
    const name = `Instance (${instance_class})`
    if (engine === undefined || instance_class === undefined) {
      yield omitted(
        'unknown',
        'Instance',
        `\`${engine === undefined ? 'engine' : 'instance_class'}\` is not set`,
      )
      return
    }
    const family = Object.hasOwn(ENGINES, engine) ? ENGINES[engine] : undefined
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
    const cluster = graph.targets(resource, 'runsOn')
    if (cluster.kind === 'unknown') {
      yield omitted('unknown', name, `whether its cluster is I/O-optimized is unknown: ${cluster.because}`)
      return
    }
    const storage =
      cluster.kind === 'linked' && cluster.resources[0]
        ? readAll(cluster.resources[0].attributes, { storage_type: string() })
        : undefined
    if (storage?.kind === 'unknown') {
      yield omitted('unknown', name, `whether its cluster is I/O-optimized is unknown: ${storage.because}`)
      return
    }
    const optimized = storage?.value.storage_type === 'aurora-iopt1' ? '/io_optimized' : ''
    yield hourly({
      description: name,
      serviceName: 'Amazon Aurora',
      sku: `aurora/${family}/${instance_class}${optimized}`,
    })
  },
})
