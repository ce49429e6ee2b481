import { block, number, string } from '../../domain/reads.ts'
import { assumption, extra, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const GATEWAY = 'Application Gateway'
const UNITS_OF_AN_INSTANCE = 10

// https://azure.microsoft.com/pricing/details/application-gateway/
export const azurermApplicationGateway = pricer(
  {
    type: 'azurerm_application_gateway',
    reads: {
      sku: block({ name: string(''), capacity: number() }),
      autoscale_configuration: block({ min_capacity: number(0), max_capacity: number() }),
    },
  },
  function* ({ sku, autoscale_configuration: autoscale }) {
    const name = sku?.name ?? ''
    const tier = name.toLowerCase()
    yield hourly({
      description: `Gateway (${name})`,
      serviceName: GATEWAY,
      sku: `azure/app_gateway/${tier}/hour`,
    })
    const units = autoscale?.min_capacity ?? sku?.capacity ?? 0
    yield extra(
      hourly({
        description: 'Capacity units',
        serviceName: GATEWAY,
        sku: `azure/app_gateway/${tier}/cu`,
        pricingUnit: 'Capacity-Unit-Hours',
        count: units * UNITS_OF_AN_INSTANCE,
        scaling: autoscale && {
          low: units * UNITS_OF_AN_INSTANCE,
          high:
            autoscale.max_capacity === undefined
              ? 'unbounded'
              : autoscale.max_capacity * UNITS_OF_AN_INSTANCE,
        },
      }),
    )
    yield assumption('an instance is charged as 10 capacity units, and autoscaling stays at `min_capacity`')
  },
)
