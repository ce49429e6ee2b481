import { number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const LOG_ANALYTICS = 'Log Analytics'
const FREE_DAYS = 31

// https://azure.microsoft.com/pricing/details/monitor/
export const azurermLogAnalyticsWorkspace = pricer(
  {
    type: 'azurerm_log_analytics_workspace',
    reads: {
      sku: string('PerGB2018'),
      reservation_capacity_in_gb_per_day: number(),
      retention_in_days: number(30),
    },
  },
  function* ({ sku, reservation_capacity_in_gb_per_day: reserved, retention_in_days }, context) {
    if (sku === 'Free') return
    if (sku === 'CapacityReservation') {
      yield monthly({
        description: `Ingestion, ${reserved ?? 100} GB a day`,
        serviceName: LOG_ANALYTICS,
        sku: `azure/log_analytics/commitment_${reserved ?? 100}gb`,
        pricingUnit: 'Days',
        count: 365 / 12,
      })
      return
    }
    yield* byUse(
      {
        description: 'Logs ingested',
        serviceName: LOG_ANALYTICS,
        key: 'monthly_log_data_ingestion_gb',
        unit: 'GB',
        sku: 'azure/log_analytics/ingestion',
        pricingUnit: 'GB',
        chargedBy: 'the GB of logs ingested',
      },
      context,
    )
    if (retention_in_days > FREE_DAYS)
      yield* byUse(
        {
          description: `Logs kept longer than ${FREE_DAYS} days`,
          serviceName: LOG_ANALYTICS,
          key: 'monthly_additional_log_data_retention_gb',
          unit: 'GB',
          sku: 'azure/log_analytics/retention',
          pricingUnit: 'GB-Months',
          chargedBy: 'the GB of logs kept',
        },
        context,
      )
  },
)
