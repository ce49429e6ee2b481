import { byUse } from './by-use.ts'
import { extra, extras, hourly, monthly, omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

export interface FlexibleServer {
  readonly engine: 'postgres' | 'mysql'
  /** `GP_Standard_D4s_v3` */
  readonly sku: string | undefined
  readonly storageGB: number
  /** A second server of the same size stands by. */
  readonly highAvailability: boolean
}

const SERVICES = { postgres: 'Azure Database for PostgreSQL', mysql: 'Azure Database for MySQL' }

/** A flexible server: its machine, provisioned storage, and backups beyond that. */
export function* flexibleServer(server: FlexibleServer, context: PricingContext): Generator<Part> {
  const { engine, sku, storageGB, highAvailability } = server
  const serviceName = SERVICES[engine]
  const size = /^(?:B|GP|MO)_Standard_(\w+)$/.exec(sku ?? '')?.[1]
  if (size === undefined) {
    yield omitted(
      'unknown',
      'Compute',
      sku === undefined ? '`sku_name` is not set' : `"${sku}" is no size of a server`,
    )
    return
  }
  const count = highAvailability ? 2 : 1
  const folder = `azure/${engine}_flexible`
  const standby = highAvailability ? ', with a standby' : ''
  yield hourly({
    description: `Compute (${sku}${standby})`,
    serviceName,
    sku: `${folder}/${size.toLowerCase()}`,
    count,
  })
  yield extra(
    monthly({
      description: `${storageGB} GB storage${standby}`,
      serviceName,
      sku: `${folder}/storage`,
      count: storageGB * count,
    }),
  )
  yield* extras(
    byUse(
      {
        description: 'Backups beyond the size of the storage',
        serviceName,
        key: 'additional_backup_storage_gb',
        unit: 'GB',
        sku: `${folder}/backup/storage`,
        pricingUnit: 'GB-Months',
      },
      context,
    ),
  )
}
