import { blocks, isSet, number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const EFS = 'Amazon Elastic File System'

// https://aws.amazon.com/efs/pricing/
export const awsEfsFileSystem = pricer(
  {
    type: 'aws_efs_file_system',
    reads: {
      availability_zone_name: isSet,
      throughput_mode: string('bursting'),
      provisioned_throughput_in_mibps: number(),
      lifecycle_policy: blocks({ transition_to_ia: string(), transition_to_archive: string() }),
    },
  },
  function* (read, context) {
    const {
      availability_zone_name: oneZone,
      throughput_mode,
      provisioned_throughput_in_mibps: throughput,
    } = read
    const stored = { serviceName: EFS, unit: 'GB', pricingUnit: 'GB-Months', chargedBy: 'what is stored' }
    const standard = { description: 'Storage', key: 'storage_gb' }
    yield* byUse(
      { ...stored, ...standard, sku: oneZone ? 'efs/onezone/storage' : 'efs/standard/storage' },
      context,
    )
    const policies = read.lifecycle_policy.flatMap((policy) =>
      policy.kind === 'known' ? [policy.value] : [],
    )
    if (policies.some(({ transition_to_ia }) => transition_to_ia !== undefined)) {
      const infrequent = { description: 'Infrequent access', key: 'infrequent_access_storage_gb' }
      const sku = oneZone ? 'efs/onezone_ia/storage' : 'efs/ia/storage'
      yield* byUse({ ...stored, ...infrequent, sku }, context)
    }
    if (policies.some(({ transition_to_archive }) => transition_to_archive !== undefined)) {
      const archive = { description: 'Archive', key: 'archive_storage_gb', sku: 'efs/archive/storage' }
      yield* byUse({ ...stored, ...archive }, context)
    }
    if (throughput_mode === 'provisioned' && throughput !== undefined)
      yield monthly({
        description: 'Provisioned throughput, MiB/s',
        serviceName: EFS,
        sku: 'efs/throughput/provisioned',
        count: throughput,
        pricingUnit: 'MiBps-Months',
      })
    if (throughput_mode !== 'elastic') return
    const moved = { serviceName: EFS, unit: 'GB', pricingUnit: 'GB', chargedBy: 'the GB read and written' }
    const reads = { description: 'Reads', key: 'monthly_read_gb', sku: 'efs/elastic/read' }
    yield* extras(byUse({ ...moved, ...reads }, context))
    const writes = { description: 'Writes', key: 'monthly_write_gb', sku: 'efs/elastic/write' }
    yield* extras(byUse({ ...moved, ...writes }, context))
  },
)
