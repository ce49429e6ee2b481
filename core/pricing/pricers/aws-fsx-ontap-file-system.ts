import { block, number, string } from '../../domain/reads.ts'
import { fsxCapacityPool, fsxVolume } from '../fsx.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/fsx/netapp-ontap/pricing/
export const awsFsxOntapFileSystem = pricer(
  {
    type: 'aws_fsx_ontap_file_system',
    reads: {
      storage_capacity: number(),
      deployment_type: string('MULTI_AZ_1'),
      throughput_capacity: number(),
      throughput_capacity_per_ha_pair: number(),
      ha_pairs: number(1),
      disk_iops_configuration: block({ iops: number() }),
    },
  },
  function* (read, context) {
    const { storage_capacity: size, deployment_type, ha_pairs } = read
    if (size === undefined) {
      yield omitted('unknown', 'Storage', '`storage_capacity` is not set')
      return
    }
    const generation = /^(SINGLE|MULTI)_AZ_([12])$/.exec(deployment_type)
    if (!generation) {
      yield omitted('unpriced', 'Storage', `deployment type "${deployment_type}" is not known`)
      return
    }
    if (generation[2] === '2') yield assumption('its second generation is counted at the price of the first')
    const sku = `fsx/ontap/${generation[1]!.toLowerCase()}_az`
    const throughput = read.throughput_capacity ?? (read.throughput_capacity_per_ha_pair ?? 0) * ha_pairs
    yield* fsxVolume({ sku, storageType: 'SSD', size, throughput, iops: read.disk_iops_configuration?.iops })
    yield* fsxCapacityPool(sku, context)
  },
)
