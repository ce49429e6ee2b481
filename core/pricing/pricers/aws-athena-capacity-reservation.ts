import { number } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/athena/pricing/
export const awsAthenaCapacityReservation = pricer(
  { type: 'aws_athena_capacity_reservation', reads: { target_dpus: number() } },
  function* ({ target_dpus: dpus }) {
    if (dpus === undefined) {
      yield omitted('unknown', 'Capacity', '`target_dpus` is not set')
      return
    }
    yield hourly({
      description: `Reserved capacity, ${dpus} DPUs`,
      serviceName: 'Amazon Athena',
      sku: 'athena/capacity/dpu',
      count: dpus,
      pricingUnit: 'DPU-Hours',
    })
  },
)
