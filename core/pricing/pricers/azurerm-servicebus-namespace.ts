import { number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const SERVICE_BUS = 'Service Bus'
/** From how many operations on beyond the 13 million that are in the base charge. */
const STANDARD = [
  ['operations', 0],
  ['operations/tier2_100m', 87e6],
  ['operations/tier3_2500m', 2487e6],
] as const

// https://azure.microsoft.com/pricing/details/service-bus/
export const azurermServicebusNamespace = pricer(
  { type: 'azurerm_servicebus_namespace', reads: { sku: string('Standard'), capacity: number(0) } },
  function* ({ sku, capacity }, context) {
    if (sku === 'Premium') {
      yield hourly({
        description: 'Messaging units',
        serviceName: SERVICE_BUS,
        sku: 'azure/service_bus/premium',
        pricingUnit: 'Messaging-Unit-Hours',
        count: Math.max(1, capacity),
      })
      return
    }
    const operations = byUse(
      {
        description: 'Operations',
        serviceName: SERVICE_BUS,
        key: 'monthly_messaging_operations',
        unit: 'operations beyond those in the base charge',
        sku:
          sku === 'Basic'
            ? 'azure/service_bus/basic/operations'
            : STANDARD.map(([sku, from]) => ({ sku: `azure/service_bus/standard/${sku}`, from })),
        pricingUnit: 'Operations',
        chargedBy: 'operation',
      },
      context,
    )
    if (sku === 'Basic') yield* operations
    else {
      yield hourly({
        description: 'Base charge',
        serviceName: SERVICE_BUS,
        sku: 'azure/service_bus/standard/base',
      })
      yield* extras(operations)
    }
  },
)
