import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/storage/blobs/
export const azurermStorageAccount = pricer(
  {
    type: 'azurerm_storage_account',
    reads: {
      account_tier: string('Standard'),
      account_kind: string('StorageV2'),
      access_tier: string('Hot'),
      account_replication_type: string('LRS'),
    },
  },
  function* ({ account_tier, account_kind, access_tier, account_replication_type }, context) {
    // Its shares are charged, each by itself.
    if (account_kind === 'FileStorage') return
    const tier = account_tier === 'Premium' ? 'premium' : access_tier.toLowerCase()
    const redundancy = account_replication_type.toLowerCase()
    yield* byUse(
      {
        description: `Blobs, ${tier}, ${account_replication_type}`,
        serviceName: 'Storage Accounts',
        key: 'storage_gb',
        unit: 'GB',
        sku: `azure/blob/${tier}/${redundancy}/storage`,
        pricingUnit: 'GB-Months',
        chargedBy: 'what is stored, written and read',
      },
      context,
    )
  },
)
