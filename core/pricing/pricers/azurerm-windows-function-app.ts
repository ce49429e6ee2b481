import { string } from '../../domain/reads.ts'
import { FUNCTIONS } from '../azure-app-service.ts'
import { byUse } from '../by-use.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/functions/
export const azurermWindowsFunctionApp = pricer(
  { type: 'azurerm_windows_function_app', reads: {} },
  function* (_, context) {
    const linked = linkedResource(context, 'runsOn', 'plan')
    const plan =
      linked.kind === 'known' && linked.value ? readFrom(linked.value, { sku_name: string('') }) : linked
    if (plan.kind === 'unknown') {
      yield omitted('unknown', 'Executions', plan.because)
      return
    }
    // On any other plan, its machines are what is charged.
    if (!plan.value || !('sku_name' in plan.value) || plan.value.sku_name !== 'Y1') return
    yield* byUse(
      {
        description: 'Executions',
        serviceName: FUNCTIONS,
        key: 'monthly_executions',
        unit: 'executions',
        sku: 'azure/functions/requests',
        pricingUnit: 'Requests',
        chargedBy: 'execution',
      },
      context,
    )
    yield* byUse(
      {
        description: 'Execution time',
        serviceName: FUNCTIONS,
        key: 'monthly_gb_seconds',
        unit: 'GB-seconds',
        sku: 'azure/functions/execution',
        pricingUnit: 'GB-Seconds',
        chargedBy: 'GB and second of execution',
      },
      context,
    )
  },
)
