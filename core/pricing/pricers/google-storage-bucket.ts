import { count, string } from '../../domain/reads.ts'
import { tableOf } from '../../domain/table-of.ts'
import { byUse } from '../by-use.ts'
import { atPlace } from '../google-place.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** Locations that are several regions, as the book calls them. https://cloud.google.com/storage/docs/locations */
const PLACES: Readonly<Record<string, { readonly place: string; readonly kind: string }>> = tableOf({
  us: { place: 'us-multi', kind: 'multi/' },
  eu: { place: 'europe-multi', kind: 'multi/' },
  asia: { place: 'asia-multi', kind: 'multi/' },
  nam4: { place: 'nam4', kind: 'dual/' },
  eur4: { place: 'eur4', kind: 'dual/' },
  asia1: { place: 'asia1', kind: 'dual/' },
})
const CLASSES: Readonly<Record<string, string>> = tableOf({
  MULTI_REGIONAL: 'standard',
  REGIONAL: 'standard',
  DURABLE_REDUCED_AVAILABILITY: 'dra',
})

// https://cloud.google.com/storage/pricing
export const googleStorageBucket = pricer(
  {
    type: 'google_storage_bucket',
    reads: { location: string(), storage_class: string('STANDARD'), custom_placement_config: count },
  },
  function* ({ location, storage_class, custom_placement_config }, context) {
    if (location === undefined) {
      yield omitted('unknown', 'Storage', '`location` is not set')
      return
    }
    if (custom_placement_config > 0) {
      yield omitted('unpriced', 'Storage', 'no price for a pair of regions of its own')
      return
    }
    const { place, kind } = PLACES[location.toLowerCase()] ?? { place: location.toLowerCase(), kind: '' }
    const storageClass = CLASSES[storage_class] ?? storage_class.toLowerCase()
    const operations = { serviceName: 'Cloud Storage', unit: 'operations', pricingUnit: 'Operations' }
    yield* atPlace(place, context, function* (there) {
      yield* byUse(
        {
          description: `Storage, ${storageClass}`,
          serviceName: 'Cloud Storage',
          key: 'storage_gb',
          unit: 'GB',
          sku: `gcs/${storageClass}/${kind}storage`,
          pricingUnit: 'GB-Months',
          chargedBy: 'the GB stored',
        },
        there,
      )
      const writes = { description: 'Writes and lists', key: 'monthly_class_a_operations' }
      yield* byUse({ ...operations, ...writes, sku: `gcs/operations/${storageClass}/class_a` }, there)
      const reads = { description: 'Reads', key: 'monthly_class_b_operations' }
      yield* byUse({ ...operations, ...reads, sku: `gcs/operations/${storageClass}/class_b` }, there)
    })
  },
)
