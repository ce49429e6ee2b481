import { block, number, string } from '../../domain/reads.ts'
import { tableOf } from '../../domain/table-of.ts'
import { byUse } from '../by-use.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** vCores of a node, by its size. */
const VCORES: Readonly<Record<string, number>> = tableOf({
  Small: 4,
  Medium: 8,
  Large: 16,
  XLarge: 32,
  XXLarge: 64,
  XXXLarge: 80,
})

// https://azure.microsoft.com/pricing/details/synapse-analytics/
export const azurermSynapseSparkPool = pricer(
  {
    type: 'azurerm_synapse_spark_pool',
    reads: {
      node_size: string(''),
      node_count: number(),
      auto_scale: block({ min_node_count: number(3), max_node_count: number(3) }),
    },
  },
  function* ({ node_size: size, node_count, auto_scale }, context) {
    const vcores = VCORES[size]
    if (vcores === undefined) {
      yield omitted('unpriced', 'Nodes', `no vCores are known of the size "${size}"`)
      return
    }
    const nodes = auto_scale?.min_node_count ?? node_count ?? 3
    yield* byUse(
      {
        description: `Spark pool (${nodes} × ${size})`,
        serviceName: 'Azure Synapse Analytics',
        key: 'monthly_pool_hours',
        unit: 'hours that the pool runs',
        sku: 'azure/synapse/spark',
        pricingUnit: 'vCPU-Hours',
        per: nodes * vcores,
        chargedBy: 'vCore and hour that jobs run',
      },
      context,
    )
  },
)
