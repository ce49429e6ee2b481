import { bool, number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const EVENT_HUBS = 'Event Hubs'

// https://azure.microsoft.com/pricing/details/event-hubs/
export const azurermEventhubNamespace = pricer(
  {
    type: 'azurerm_eventhub_namespace',
    reads: {
      sku: string('Standard'),
      capacity: number(1),
      auto_inflate_enabled: bool(false),
      maximum_throughput_units: number(),
    },
  },
  function* ({ sku, capacity, auto_inflate_enabled: inflates, maximum_throughput_units: max }, context) {
    const unit = sku === 'Premium' ? 'Processing-Unit-Hours' : 'Throughput-Unit-Hours'
    yield hourly({
      description: `Capacity (${sku}, ${capacity})`,
      serviceName: EVENT_HUBS,
      sku: `azure/event_hubs/${sku.toLowerCase()}`,
      pricingUnit: unit,
      count: capacity,
      ...(inflates && max !== undefined && { scaling: { low: capacity, high: Math.max(max, capacity) } }),
    })
    if (sku === 'Premium') return
    yield* extras(
      byUse(
        {
          description: 'Ingress events',
          serviceName: EVENT_HUBS,
          key: 'monthly_ingress_events',
          unit: 'events',
          sku: 'azure/event_hubs/ingress',
          pricingUnit: 'Events',
        },
        context,
      ),
    )
  },
)
