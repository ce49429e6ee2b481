import { bool, known, type Reading, readAll, string } from '../../domain/reads.ts'
import type { Resource } from '../../domain/resource.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { extra, extras, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { DB_STORAGE, type DbStorage, dbStorage, rdsEngine } from '../rds.ts'

// https://aws.amazon.com/rds/pricing/
export const awsDbInstance = pricer(
  {
    type: 'aws_db_instance',
    reads: { engine: string(), instance_class: string(), multi_az: bool(false) },
  },
  function* ({ engine: own, instance_class, multi_az }, context) {
    const description = `Instance (${instance_class}${multi_az ? ', Multi-AZ' : ''})`
    if (instance_class === undefined) {
      yield omitted('unknown', 'Instance', '`instance_class` is not set')
      return
    }
    const source = linkedResource(context, 'configuredBy', 'engine')
    const engine = own === undefined ? inheritedEngine(source) : known(own)
    if (engine.kind === 'unknown') {
      yield omitted('unknown', description, engine.because)
      return
    }
    const family = rdsEngine(engine.value)
    if (!family) {
      const because = `the price book holds PostgreSQL and MySQL prices, not "${engine.value}"`
      yield omitted('unpriced', description, because)
      return
    }
    yield hourly({
      description,
      serviceName: 'Amazon Relational Database Service',
      sku: `rds/${family}/${instance_class}/${multi_az ? 'multi_az' : 'single_az'}`,
    })
    yield* extras(dbStorage(storage(context.resource, source), multi_az))
    yield extra(omitted('usageBased', 'Backups', 'charged by the GB beyond the size of the databases'))
  },
)

/** A replica has the engine of the database that it replicates. */
function inheritedEngine(source: Reading<Resource | undefined>): Reading<string> {
  if (source.kind === 'unknown') return source
  const read = source.value ? readFrom(source.value, { engine: string() }) : known({ engine: undefined })
  if (read.kind === 'unknown') return read
  return read.value.engine === undefined
    ? { kind: 'unknown', because: '`engine` is not set: the snapshot decides' }
    : known(read.value.engine)
}

/** A replica is as large as the database that it replicates, unless it says otherwise. */
function storage(resource: Resource, source: Reading<Resource | undefined>): Reading<DbStorage> {
  const own = readAll(resource.attributes, DB_STORAGE)
  if (own.kind === 'unknown' || own.value.allocated_storage !== undefined) return own
  return source.kind === 'known' && source.value ? readFrom(source.value, DB_STORAGE) : own
}
