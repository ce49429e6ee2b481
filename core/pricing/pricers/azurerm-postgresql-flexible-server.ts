import { block, number, string } from '../../domain/reads.ts'
import { flexibleServer } from '../azure-flexible-server.ts'
import { pricer } from '../pricer.ts'

const DEFAULT_STORAGE_MB = 32768

// https://azure.microsoft.com/pricing/details/postgresql/flexible-server/
export const azurermPostgresqlFlexibleServer = pricer(
  {
    type: 'azurerm_postgresql_flexible_server',
    reads: {
      sku_name: string(),
      storage_mb: number(DEFAULT_STORAGE_MB),
      high_availability: block({ mode: string() }),
    },
  },
  function* ({ sku_name: sku, storage_mb, high_availability: standby }, context) {
    const highAvailability = standby !== undefined
    yield* flexibleServer(
      { engine: 'postgres', sku, storageGB: storage_mb / 1024, highAvailability },
      context,
    )
  },
)
