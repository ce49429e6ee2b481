import { number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extra, extras, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const FSX = 'Amazon FSx'

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
  function* ({ storage_capacity: size, deployment_type, storage_type, throughput_capacity }, context) {
    if (size === undefined) {
      yield omitted('unknown', 'Storage', '`storage_capacity` is not set: the backup decides')
      return
    }
    const zones = deployment_type.startsWith('MULTI') ? 'multi_az' : 'single_az'
    yield monthly({
      description: `${storage_type} storage, ${size} GiB`,
      serviceName: FSX,
      sku: `fsx/windows/${zones}/${storage_type.toLowerCase()}/storage`,
      count: size,
    })
    yield extra(
      monthly({
        description: `Throughput, ${throughput_capacity} MB/s`,
        serviceName: FSX,
        sku: `fsx/windows/${zones}/throughput`,
        count: throughput_capacity,
        pricingUnit: 'MiBps-Months',
      }),
    )
    const backup = { key: 'backup_storage_gb', unit: 'GB', chargedBy: 'what is stored' }
    yield* extras(
      byUse(
        {
          ...backup,
          description: 'Backups',
          serviceName: FSX,
          sku: 'fsx/backup/storage',
          pricingUnit: 'GB-Months',
        },
        context,
      ),
    )
  },
)
