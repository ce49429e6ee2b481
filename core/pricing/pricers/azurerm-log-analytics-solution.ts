import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/microsoft-sentinel/: other solutions are charged as logs of the workspace
export const azurermLogAnalyticsSolution = pricer(
  { type: 'azurerm_log_analytics_solution', reads: { solution_name: string('') } },
  function* ({ solution_name: solution }, context) {
    if (solution !== 'SecurityInsights') return
    yield* byUse(
      {
        description: 'Logs that Sentinel analyses',
        serviceName: 'Microsoft Sentinel',
        key: 'monthly_sentinel_data_ingestion_gb',
        unit: 'GB',
        sku: 'azure/sentinel/ingestion',
        pricingUnit: 'GB',
        chargedBy: 'the GB of logs analysed',
      },
      context,
    )
  },
)
