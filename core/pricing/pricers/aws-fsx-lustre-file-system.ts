import { number, string } from '../../domain/reads.ts'
import { extra, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/fsx/lustre/pricing/
export const awsFsxLustreFileSystem = pricer(
  {
    type: 'aws_fsx_lustre_file_system',
    reads: {
      storage_capacity: number(),
      deployment_type: string('SCRATCH_1'),
      storage_type: string('SSD'),
      per_unit_storage_throughput: number(),
      drive_cache_type: string('NONE'),
    },
  },
  function* (read) {
    if (read.storage_capacity === undefined) {
      yield omitted('unknown', 'Storage', '`storage_capacity` is not set: the backup decides')
      return
    }
    const cache = read.drive_cache_type === 'READ' ? '_read_cache' : ''
    const persistent = /^PERSISTENT_([12])$/.exec(read.deployment_type)?.[1]
    if (!persistent && !read.deployment_type.startsWith('SCRATCH_')) {
      yield omitted(
        'unpriced',
        'Storage',
        `the price book holds no prices of deployment type "${read.deployment_type}"`,
      )
      return
    }
    if (persistent && read.per_unit_storage_throughput === undefined) {
      yield omitted(
        'unknown',
        'Storage',
        '`per_unit_storage_throughput` is not set, and its price depends on it',
      )
      return
    }
    const tier = `${read.storage_type.toLowerCase()}_${read.per_unit_storage_throughput}${cache}`
    yield monthly({
      description: `Storage, ${read.storage_capacity} GiB ${read.storage_type}, ${read.deployment_type}`,
      serviceName: 'Amazon FSx',
      sku: persistent
        ? `fsx/lustre/persistent${persistent}/${tier}/storage`
        : 'fsx/lustre/scratch/ssd/storage',
      count: read.storage_capacity,
    })
    if (persistent) yield extra(omitted('usageBased', 'Backups', 'charged by the GB stored'))
  },
)
