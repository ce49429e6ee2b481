import { block, number, string } from '../../domain/reads.ts'
import { appServicePlan } from '../azure-app-service.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/app-service/windows/
export const azurermAppServicePlan = pricer(
  {
    type: 'azurerm_app_service_plan',
    reads: {
      kind: string('Windows'),
      sku: block({ tier: string(''), size: string(''), capacity: number(1) }),
    },
  },
  function* ({ kind, sku }, context) {
    if (!sku?.size) {
      yield omitted('unknown', 'Instances', '`sku` is not set')
      return
    }
    const windows = !/linux|elastic/i.test(kind)
    yield* appServicePlan({ size: sku.size, windows, workers: sku.capacity }, context)
  },
)
