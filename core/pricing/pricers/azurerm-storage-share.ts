import { number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const FILES = 'Azure Files'

// https://azure.microsoft.com/pricing/details/storage/files/
export const azurermStorageShare = pricer(
  {
    type: 'azurerm_storage_share',
    reads: { quota: number(), access_tier: string('TransactionOptimized'), enabled_protocol: string() },
  },
  function* ({ quota, access_tier }, context) {
    if (access_tier === 'Premium') {
      yield monthly({
        description: `${quota ?? 0} GiB provisioned`,
        serviceName: FILES,
        sku: 'azure/files/premium/storage',
        count: quota ?? 0,
      })
      return
    }
    yield* byUse(
      {
        description: `Files, ${access_tier}`,
        serviceName: FILES,
        key: 'storage_gb',
        unit: 'GB',
        sku: `azure/files/${access_tier.toLowerCase()}/storage`,
        pricingUnit: 'GB-Months',
        chargedBy: 'what is stored, written and read',
      },
      context,
    )
  },
)
