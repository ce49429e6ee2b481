import { number, string } from '../../domain/reads.ts'
import { fsxBackups, fsxVolume } from '../fsx.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/fsx/windows/pricing/
export const awsFsxWindowsFileSystem = pricer(
  {
    type: 'aws_fsx_windows_file_system',
    reads: {
      storage_capacity: number(),
      deployment_type: string('SINGLE_AZ_1'),
      storage_type: string('SSD'),
      throughput_capacity: number(0),
    },
  },
  function* (
    { storage_capacity: size, deployment_type, storage_type: storageType, throughput_capacity: throughput },
    context,
  ) {
    if (size === undefined) {
      yield omitted('unknown', 'Storage', '`storage_capacity` is not set: the backup decides')
      return
    }
    const sku = `fsx/windows/${deployment_type.startsWith('MULTI') ? 'multi_az' : 'single_az'}`
    yield* fsxVolume({ sku, storageType, size, throughput })
    yield* fsxBackups(context)
  },
)
