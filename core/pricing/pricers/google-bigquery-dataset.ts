import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { atPlace } from '../google-place.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/bigquery/pricing#on_demand_pricing: queries are charged where the dataset is
export const googleBigqueryDataset = pricer(
  { type: 'google_bigquery_dataset', reads: { location: string('US') } },
  ({ location }, context) =>
    atPlace(location.toLowerCase(), context, (there) =>
      byUse(
        {
          description: 'Queries',
          serviceName: 'BigQuery',
          key: 'monthly_queries_tb',
          unit: 'TiB',
          sku: 'bigquery/on_demand/query',
          pricingUnit: 'TiB',
          chargedBy: 'the TiB that queries read',
        },
        there,
      ),
    ),
)
