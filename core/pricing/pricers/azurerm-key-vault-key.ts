import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const KEY_VAULT = 'Key Vault'

// https://azure.microsoft.com/pricing/details/key-vault/
export const azurermKeyVaultKey = pricer(
  { type: 'azurerm_key_vault_key', reads: { key_type: string('') } },
  function* ({ key_type }, context) {
    const hsm = key_type.endsWith('-HSM')
    if (hsm)
      yield monthly({
        description: 'HSM-protected key',
        serviceName: KEY_VAULT,
        sku: 'azure/key_vault/hsm_key',
        pricingUnit: 'Key-Months',
        count: 1,
      })
    const operations = byUse(
      {
        description: 'Operations',
        serviceName: KEY_VAULT,
        key: 'monthly_key_operations',
        unit: 'operations',
        sku: `azure/key_vault/${hsm ? 'hsm_operations' : 'operations'}`,
        pricingUnit: 'Operations',
        chargedBy: 'operation',
      },
      context,
    )
    yield* hsm ? extras(operations) : operations
  },
)
