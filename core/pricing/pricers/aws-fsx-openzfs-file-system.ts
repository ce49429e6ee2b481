import { block, number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { assumption, extra, extras, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const FSX = 'Amazon FSx'
const INCLUDED_IOPS = 3

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
    const { storage_capacity: size, deployment_type, throughput_capacity } = read
    if (size === undefined) {
      yield omitted('unknown', 'Storage', '`storage_capacity` is not set: the backup decides')
      return
    }
    const zones = deployment_type.startsWith('MULTI') ? 'multi_az' : 'single_az'
    if (deployment_type.includes('_2') || deployment_type.includes('_HA'))
      yield assumption(`${deployment_type} is counted at the price of SINGLE_AZ_1`)
    yield monthly({
      description: `SSD storage, ${size} GiB`,
      serviceName: FSX,
      sku: `fsx/openzfs/${zones}/ssd/storage`,
      count: size,
    })
    yield extra(
      monthly({
        description: `Throughput, ${throughput_capacity} MB/s`,
        serviceName: FSX,
        sku: `fsx/openzfs/${zones}/throughput`,
        count: throughput_capacity,
        pricingUnit: 'MiBps-Months',
      }),
    )
    const iops = (read.disk_iops_configuration?.iops ?? 0) - size * INCLUDED_IOPS
    if (iops > 0)
      yield extra(
        monthly({
          description: `IOPS above ${INCLUDED_IOPS} for each GiB`,
          serviceName: FSX,
          sku: `fsx/openzfs/${zones}/iops`,
          count: iops,
          pricingUnit: 'IOPS-Months',
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
