import { extra, extras, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { DB_STORAGE, dbStorage, rdsEngine } from '../rds.ts'
import { bool, readAll, string } from '../reads.ts'

// https://aws.amazon.com/rds/pricing/
export const awsDbInstance = pricer({
  type: 'aws_db_instance',
  reads: {
    engine: string(),
    instance_class: string(),
    multi_az: bool(false),
    replicate_source_db: string(),
  },
  *meters({ engine, instance_class, multi_az, replicate_source_db }, { resource }) {
    const description = `Instance (${instance_class}${multi_az ? ', Multi-AZ' : ''})`
    if (engine === undefined) {
      const decides = replicate_source_db === undefined ? 'the snapshot' : 'the replicated database'
      yield omitted('unknown', description, `\`engine\` is not set: ${decides} decides`)
      return
    }
    if (instance_class === undefined) {
      yield omitted('unknown', 'Instance', '`instance_class` is not set')
      return
    }
    const family = rdsEngine(engine)
    if (!family) {
      yield omitted(
        'unpriced',
        description,
        `the price book holds PostgreSQL and MySQL prices, not "${engine}"`,
      )
      return
    }
    yield hourly({
      description,
      serviceName: 'Amazon Relational Database Service',
      sku: `rds/${family}/${instance_class}/${multi_az ? 'multi_az' : 'single_az'}`,
    })
    yield* extras(dbStorage(readAll(resource.attributes, DB_STORAGE), multi_az))
    yield extra(omitted('usageBased', 'Backups', 'charged by the GB beyond the size of the databases'))
  },
})
