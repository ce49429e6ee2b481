import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const SYNAPSE = 'Azure Synapse Analytics'

// https://azure.microsoft.com/pricing/details/synapse-analytics/
export const azurermSynapseSqlPool = pricer(
  { type: 'azurerm_synapse_sql_pool', reads: { sku_name: string('') } },
  function* ({ sku_name: sku }, context) {
    const units = Number(/^DW(\d+)c$/.exec(sku)?.[1])
    if (!(units > 0)) {
      yield omitted('unknown', 'Compute', `"${sku}" is no size of a pool`)
      return
    }
    yield hourly({
      description: `Compute (${sku})`,
      serviceName: SYNAPSE,
      sku: 'azure/synapse/dwu',
      pricingUnit: 'DWU-Hours',
      count: units,
    })
    yield* extras(
      byUse(
        {
          description: 'Storage',
          serviceName: SYNAPSE,
          key: 'storage_tb',
          unit: 'TB',
          sku: 'azure/synapse/storage',
          pricingUnit: 'TB-Months',
        },
        context,
      ),
    )
  },
)
