import { number, string } from '../../domain/reads.ts'
import { appServicePlan } from '../azure-app-service.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/app-service/linux/
export const azurermServicePlan = pricer(
  {
    type: 'azurerm_service_plan',
    reads: { sku_name: string(), os_type: string('Linux'), worker_count: number(1) },
  },
  function* ({ sku_name: size, os_type, worker_count: workers }, context) {
    if (size === undefined) yield omitted('unknown', 'Instances', '`sku_name` is not set')
    else yield* appServicePlan({ size, windows: os_type === 'Windows', workers }, context)
  },
)
