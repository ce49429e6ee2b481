import { isSet, number, string } from '../../domain/reads.ts'
import { ebsVolume } from '../ebs-volume.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/ebs/pricing/
export const awsEbsVolume = pricer(
  {
    type: 'aws_ebs_volume',
    reads: {
      type: string('gp2'),
      size: number(),
      iops: number(),
      throughput: number(),
      snapshot_id: isSet,
    },
  },
  function* ({ type, size, iops, throughput, snapshot_id }) {
    if (size === undefined)
      yield omitted(
        'unknown',
        'Volume',
        snapshot_id ? '`size` is not set: the snapshot decides' : 'neither `size` nor `snapshot_id` is set',
      )
    else yield* ebsVolume({ name: 'Volume', type, size, iops, throughput, count: 1, rate: 'monthly' })
  },
)
