import { count, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const REGISTRY = 'Container Registry'
const DAYS = 365 / 12

// https://azure.microsoft.com/pricing/details/container-registry/
export const azurermContainerRegistry = pricer(
  { type: 'azurerm_container_registry', reads: { sku: string(''), georeplications: count } },
  function* ({ sku, georeplications }, context) {
    yield monthly({
      description: `Registry (${sku})${georeplications > 0 ? `, in ${georeplications + 1} regions` : ''}`,
      serviceName: REGISTRY,
      sku: `acr/${sku.toLowerCase()}`,
      pricingUnit: 'Registry-Days',
      count: DAYS * (1 + georeplications),
    })
    yield* extras(
      byUse(
        {
          description: 'Storage beyond what is included',
          serviceName: REGISTRY,
          key: 'storage_gb',
          unit: 'GB',
          sku: 'acr/storage/overage',
          pricingUnit: 'GB-Months',
        },
        context,
      ),
    )
  },
)
