import { block, bool, number, type Read, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { sqlMachine } from '../cloud-sql.ts'
import { assumption, extras, hourly, monthly, omitted, type Part } from '../part.ts'
import { pricer } from '../pricer.ts'

const CLOUD_SQL = 'Cloud SQL'
const SETTINGS = {
  tier: string(),
  edition: string('ENTERPRISE'),
  availability_type: string('ZONAL'),
  activation_policy: string('ALWAYS'),
  disk_size: number(10),
  disk_type: string('PD_SSD'),
  disk_autoresize: bool(true),
}

// https://cloud.google.com/sql/pricing
export const googleSqlDatabaseInstance = pricer(
  {
    type: 'google_sql_database_instance',
    reads: { database_version: string(''), settings: block(SETTINGS) },
  },
  function* ({ database_version, settings }, context) {
    if (settings?.tier === undefined) {
      yield omitted('unknown', 'Instance', '`settings.tier` is not set')
      return
    }
    const place = settings.availability_type === 'REGIONAL' ? 'regional' : 'zonal'
    if (settings.activation_policy === 'NEVER') yield assumption('it is stopped: its storage is charged')
    else yield* instance(settings, settings.tier, place)
    if (database_version.startsWith('SQLSERVER'))
      yield* extras([omitted('unpriced', 'Licence', 'no price for licences of SQL Server')])
    yield* extras([
      monthly({
        description: `Storage, ${settings.disk_size} GB ${settings.disk_type}`,
        serviceName: CLOUD_SQL,
        sku: `cloud_sql/storage/${settings.disk_type.replace(/^PD_/, '').toLowerCase()}/${place}`,
        count: settings.disk_size,
      }),
    ])
    if (settings.disk_autoresize) yield assumption('storage stays at `disk_size`')
    yield* extras(
      byUse(
        {
          description: 'Backups',
          serviceName: CLOUD_SQL,
          key: 'backup_storage_gb',
          unit: 'GB',
          sku: 'cloud_sql/backup/storage',
          pricingUnit: 'GB-Months',
          chargedBy: 'the GB of backups',
        },
        context,
      ),
    )
  },
)

/** Of the Enterprise edition: by its vCPUs and memory, but for the two that share a vCPU. */
function* instance({ edition }: Read<typeof SETTINGS>, tier: string, place: string): Generator<Part> {
  const description = `Instance (${tier}, ${place})`
  if (edition !== 'ENTERPRISE' || tier.startsWith('db-perf-')) {
    yield omitted('unpriced', description, 'no price for the Enterprise Plus edition')
    return
  }
  const machine = sqlMachine(tier)
  if (!machine) {
    yield hourly({ description, serviceName: CLOUD_SQL, sku: `cloud_sql/${tier}/${place}` })
    return
  }
  yield hourly({
    description: `vCPUs (${tier}, ${place})`,
    serviceName: CLOUD_SQL,
    sku: `cloud_sql/vcpu/${place}`,
    pricingUnit: 'vCPU-Hours',
    count: machine.vcpu,
  })
  yield hourly({
    description: `Memory (${tier}, ${place})`,
    serviceName: CLOUD_SQL,
    sku: `cloud_sql/memory/${place}`,
    pricingUnit: 'GB-Hours',
    count: machine.memoryGiB,
  })
}
