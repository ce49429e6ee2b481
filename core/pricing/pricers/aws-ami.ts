import { blocks, number } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/ebs/pricing/: an image is charged for its snapshots
export const awsAmi = pricer(
  {
    type: 'aws_ami',
    aliases: ['aws_ami_copy', 'aws_ami_from_instance'],
    reads: { ebs_block_device: blocks({ volume_size: number() }) },
  },
  function* ({ ebs_block_device: devices }, context) {
    const sizes = devices.flatMap((device) =>
      device.kind === 'known' ? (device.value.volume_size ?? []) : [],
    )
    const most = sizes.reduce((sum, size) => sum + size, 0)
    yield* byUse(
      {
        description: most > 0 ? `Snapshots of ${most} GiB of volumes` : 'Snapshots of its volumes',
        serviceName: 'Amazon Elastic Block Store',
        key: 'storage_gb',
        unit: 'GB',
        sku: 'ebs/snapshot/storage',
        pricingUnit: 'GB-Months',
        chargedBy: 'what its snapshots store',
      },
      context,
    )
  },
)
