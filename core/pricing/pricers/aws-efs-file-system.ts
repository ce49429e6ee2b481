import { isSet, number, string } from '../../domain/reads.ts'
import { monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { rates } from '../rates.ts'

// https://aws.amazon.com/efs/pricing/
export const awsEfsFileSystem = pricer(
  {
    type: 'aws_efs_file_system',
    reads: {
      availability_zone_name: isSet,
      throughput_mode: string('bursting'),
      provisioned_throughput_in_mibps: number(),
    },
  },
  function* (
    { availability_zone_name: oneZone, throughput_mode, provisioned_throughput_in_mibps: throughput },
    context,
  ) {
    yield omitted('usageBased', 'Storage', 'charged by what is stored')
    yield* rates([oneZone ? 'efs/onezone/storage' : 'efs/standard/storage', 'efs/ia/storage'], context)
    if (throughput_mode === 'provisioned' && throughput !== undefined)
      yield monthly({
        description: 'Provisioned throughput, MiB/s',
        serviceName: 'Amazon Elastic File System',
        sku: 'efs/throughput/provisioned',
        count: throughput,
        pricingUnit: 'MiBps-Months',
      })
    if (throughput_mode === 'elastic') {
      yield omitted('usageBased', 'Reads and writes', 'charged by the GB read and written')
      yield* rates(['efs/elastic/read', 'efs/elastic/write'], context)
    }
  },
)
