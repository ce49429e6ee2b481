import { block, number, string } from '../../domain/reads.ts'
import { atPlace } from '../google-place.ts'
import { assumption, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/bigquery/pricing#capacity_compute_pricing
export const googleBigqueryReservation = pricer(
  {
    type: 'google_bigquery_reservation',
    reads: {
      location: string('US'),
      edition: string(),
      slot_capacity: number(0),
      autoscale: block({ max_slots: number(0) }),
    },
  },
  function* ({ location, edition, slot_capacity: slots, autoscale }, context) {
    if (edition === undefined) {
      yield omitted('unknown', 'Slots', '`edition` is not set')
      return
    }
    yield assumption('no slots but the baseline, which is there at all times')
    yield* atPlace(location.toLowerCase(), context, () => [
      hourly({
        description: `Slots (${edition})`,
        serviceName: 'BigQuery',
        sku: `bigquery/slot/${edition.toLowerCase()}`,
        pricingUnit: 'Slot-Hours',
        count: slots,
        scaling: autoscale && { low: slots, high: slots + autoscale.max_slots },
      }),
    ])
  },
)
