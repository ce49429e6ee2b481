import { block, bool } from '../../domain/reads.ts'
import { hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/event-hubs/: the namespace is charged, and capturing besides
export const azurermEventhub = pricer(
  { type: 'azurerm_eventhub', reads: { capture_description: block({ enabled: bool(false) }) } },
  function* ({ capture_description: capture }) {
    if (!capture?.enabled) return
    yield hourly({
      description: 'Capture, for one throughput unit',
      serviceName: 'Event Hubs',
      sku: 'azure/event_hubs/capture',
      pricingUnit: 'Throughput-Unit-Hours',
    })
  },
)
