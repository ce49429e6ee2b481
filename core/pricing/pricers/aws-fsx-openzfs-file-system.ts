import { block, number, string } from '../../domain/reads.ts'
import { fsxBackups, fsxVolume } from '../fsx.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/fsx/openzfs/pricing/
export const awsFsxOpenzfsFileSystem = pricer(
  {
    type: 'aws_fsx_openzfs_file_system',
    reads: {
      storage_capacity: number(),
      deployment_type: string('SINGLE_AZ_1'),
      throughput_capacity: number(0),
      disk_iops_configuration: block({ iops: number() }),
    },
  },
  function* (read, context) {
    const { storage_capacity: size, deployment_type, throughput_capacity: throughput } = read
    if (size === undefined) {
      yield omitted('unknown', 'Storage', '`storage_capacity` is not set: the backup decides')
      return
    }
    if (deployment_type.includes('_2') || deployment_type.includes('_HA'))
      yield assumption(`${deployment_type} is counted at the price of SINGLE_AZ_1`)
    const sku = `fsx/openzfs/${deployment_type.startsWith('MULTI') ? 'multi_az' : 'single_az'}`
    yield* fsxVolume({ sku, storageType: 'SSD', size, throughput, iops: read.disk_iops_configuration?.iops })
    yield* fsxBackups(context)
  },
)
