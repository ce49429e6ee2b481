import { number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'

import { pricer } from '../pricer.ts'

const DATA_FACTORY = 'Azure Data Factory'

// https://azure.microsoft.com/pricing/details/data-factory/data-pipeline/
export const azurermDataFactoryIntegrationRuntimeAzure = pricer(
  {
    type: 'azurerm_data_factory_integration_runtime_azure',
    reads: { compute_type: string('General'), core_count: number(8) },
  },
  function* ({ compute_type: kind, core_count: cores }, context) {
    yield* byUse(
      {
        description: `Data flows (${kind}, ${cores} vCores)`,
        serviceName: DATA_FACTORY,
        key: 'monthly_data_flow_hours',
        unit: 'hours that data flows run',
        sku: `azure/data_factory/data_flow/${kind.toLowerCase()}`,
        pricingUnit: 'vCPU-Hours',
        per: cores,
        chargedBy: 'hour that data flows run',
      },
      context,
    )
    yield* byUse(
      {
        description: 'Orchestration',
        serviceName: DATA_FACTORY,
        key: 'monthly_orchestration_runs',
        unit: 'runs',
        sku: 'azure/data_factory/orchestration',
        pricingUnit: 'Runs',
      },
      context,
    )
    yield* byUse(
      {
        description: 'Data movement',
        serviceName: DATA_FACTORY,
        key: 'monthly_data_movement_diu_hours',
        unit: 'DIU-hours',
        sku: 'azure/data_factory/data_movement',
        pricingUnit: 'DIU-Hours',
      },
      context,
    )
  },
)
