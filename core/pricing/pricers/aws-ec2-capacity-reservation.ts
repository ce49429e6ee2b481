import { number, string } from '../../domain/reads.ts'
import { ec2Instances } from '../ec2-instance.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-reservations-pricing-billing.html
export const awsEc2CapacityReservation = pricer(
  {
    type: 'aws_ec2_capacity_reservation',
    reads: {
      instance_type: string(),
      instance_count: number(),
      instance_platform: string('Linux/UNIX'),
      tenancy: string('default'),
    },
  },
  function* ({ instance_type, instance_count: count, instance_platform, tenancy }, context) {
    if (instance_type === undefined || count === undefined) {
      const missing = count === undefined ? 'instance_count' : 'instance_type'
      yield omitted('unknown', 'Reserved capacity', `\`${missing}\` is not set`)
      return
    }
    if (!instance_platform.startsWith('Linux')) {
      yield omitted(
        'unpriced',
        'Reserved capacity',
        `the price book holds no prices of "${instance_platform}"`,
      )
      return
    }
    yield assumption(
      'nothing runs in the reservation: an instance that does is charged in its place, not besides',
    )
    yield* ec2Instances({ instanceType: instance_type, tenancy, spot: false, count }, context)
  },
)
