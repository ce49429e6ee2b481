import { number, string } from '../../domain/reads.ts'
import { assumption, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/ec2/capacityblocks/pricing/: paid ahead, by the hour of the block
export const awsEc2CapacityBlockReservation = pricer(
  {
    type: 'aws_ec2_capacity_block_reservation',
    reads: { instance_type: string(), instance_count: number() },
  },
  function* ({ instance_type, instance_count }) {
    if (instance_type === undefined || instance_count === undefined) {
      yield omitted(
        'unknown',
        'Capacity block',
        'the offering decides on its instances, which are not known before it is bought',
      )
      return
    }
    yield assumption('the block is held for the hours counted; it is paid once and ahead')
    yield hourly({
      description: `Capacity block (${instance_type})`,
      serviceName: 'Amazon Elastic Compute Cloud',
      sku: `ec2/linux-capacity-block/${instance_type}`,
      count: instance_count,
    })
  },
)
