import { block, number, string } from '../../domain/reads.ts'
import { flexibleServer } from '../azure-flexible-server.ts'
import { pricer } from '../pricer.ts'

const DEFAULT_STORAGE_GB = 20

// https://azure.microsoft.com/pricing/details/mysql/flexible-server/
export const azurermMysqlFlexibleServer = pricer(
  {
    type: 'azurerm_mysql_flexible_server',
    reads: {
      sku_name: string(),
      storage: block({ size_gb: number(DEFAULT_STORAGE_GB) }),
      high_availability: block({ mode: string() }),
    },
  },
  function* ({ sku_name: sku, storage, high_availability: standby }, context) {
    const storageGB = storage?.size_gb ?? DEFAULT_STORAGE_GB
    yield* flexibleServer(
      { engine: 'mysql', sku, storageGB, highAvailability: standby !== undefined },
      context,
    )
  },
)
