import { block, number, string } from '../../domain/reads.ts'
import { monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/iot-hub/
export const azurermIothub = pricer(
  { type: 'azurerm_iothub', reads: { sku: block({ name: string(''), capacity: number(1) }) } },
  function* ({ sku }) {
    if (!sku || sku.name === 'F1') return
    yield monthly({
      description: `Units (${sku.name})`,
      serviceName: 'IoT Hub',
      sku: `azure/iot_hub/${sku.name.toLowerCase()}`,
      pricingUnit: 'Unit-Months',
      count: sku.capacity,
    })
  },
)
