import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { atPlace } from '../google-place.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { omitted } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'

// https://cloud.google.com/bigquery/pricing#storage: a table is where its dataset is
export const googleBigqueryTable = pricer(
  { type: 'google_bigquery_table', reads: {} },
  function* (_, context) {
    const place = placeOfDataset(context)
    if (place === undefined) {
      yield omitted('usageBased', 'Storage', "charged by the GB stored, at its dataset's place")
      return
    }
    const storage = {
      serviceName: 'BigQuery',
      unit: 'GB',
      pricingUnit: 'GB-Months',
      chargedBy: 'the GB stored',
    }
    yield* atPlace(place, context, function* (there) {
      const active = { description: 'Active storage', key: 'monthly_active_storage_gb' }
      yield* byUse({ ...storage, ...active, sku: 'bigquery/storage/active' }, there)
      const longTerm = { description: 'Long-term storage', key: 'monthly_long_term_storage_gb' }
      yield* byUse({ ...storage, ...longTerm, sku: 'bigquery/storage/long_term' }, there)
    })
  },
)

function placeOfDataset(context: PricingContext): string | undefined {
  const dataset = linkedResource(context, 'partOf', 'dataset')
  if (dataset.kind === 'unknown' || !dataset.value) return undefined
  const read = readFrom(dataset.value, { location: string('US') })
  return read.kind === 'known' ? read.value.location.toLowerCase() : undefined
}
