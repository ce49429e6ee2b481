import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { atPlace } from '../google-place.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/bigquery/pricing#storage: a table is where its dataset is
export const googleBigqueryTable = pricer(
  { type: 'google_bigquery_table', reads: {} },
  function* (_, context) {
    const dataset = linkedResource(context, 'partOf', 'dataset')
    const read =
      dataset.kind === 'known' && dataset.value
        ? readFrom(dataset.value, { location: string('US') })
        : dataset
    if (read.kind === 'unknown' || !read.value || !('location' in read.value)) {
      yield omitted('usageBased', 'Storage', "charged by the GB stored, at its dataset's place")
      return
    }
    const storage = {
      serviceName: 'BigQuery',
      unit: 'GB',
      pricingUnit: 'GB-Months',
      chargedBy: 'the GB stored',
    }
    yield* atPlace(read.value.location.toLowerCase(), context, function* (there) {
      const active = { description: 'Active storage', key: 'monthly_active_storage_gb' }
      yield* byUse({ ...storage, ...active, sku: 'bigquery/storage/active' }, there)
      const longTerm = { description: 'Long-term storage', key: 'monthly_long_term_storage_gb' }
      yield* byUse({ ...storage, ...longTerm, sku: 'bigquery/storage/long_term' }, there)
    })
  },
)
