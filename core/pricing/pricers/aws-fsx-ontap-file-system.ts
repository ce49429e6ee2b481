import { block, number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { assumption, extra, extras, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const FSX = 'Amazon FSx'
/** Each GiB of SSD storage brings as many. */
const INCLUDED_IOPS = 3

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
    const throughput = read.throughput_capacity ?? (read.throughput_capacity_per_ha_pair ?? 0) * ha_pairs
    if (size === undefined) {
      yield omitted('unknown', 'Storage', '`storage_capacity` is not set')
      return
    }
    const generation = /^(SINGLE|MULTI)_AZ_([12])$/.exec(deployment_type)
    if (!generation) {
      yield omitted('unpriced', 'Storage', `deployment type "${deployment_type}" is not known`)
      return
    }
    const zones = `${generation[1]!.toLowerCase()}_az`
    if (generation[2] === '2') yield assumption('its second generation is counted at the price of the first')
    yield monthly({
      description: `SSD storage, ${size} GiB`,
      serviceName: FSX,
      sku: `fsx/ontap/${zones}/ssd/storage`,
      count: size,
    })
    yield extra(
      monthly({
        description: `Throughput, ${throughput} MB/s`,
        serviceName: FSX,
        sku: `fsx/ontap/${zones}/throughput`,
        count: throughput,
        pricingUnit: 'MiBps-Months',
      }),
    )
    const iops = (read.disk_iops_configuration?.iops ?? 0) - size * INCLUDED_IOPS
    if (iops > 0)
      yield extra(
        monthly({
          description: `IOPS above ${INCLUDED_IOPS} for each GiB`,
          serviceName: FSX,
          sku: `fsx/ontap/${zones}/iops`,
          count: iops,
          pricingUnit: 'IOPS-Months',
        }),
      )
    const pool = { key: 'capacity_pool_storage_gb', unit: 'GB', chargedBy: 'what is stored there' }
    yield* extras(
      byUse(
        {
          ...pool,
          description: 'Capacity pool',
          serviceName: FSX,
          sku: `fsx/ontap/${zones}/capacity_pool/storage`,
          pricingUnit: 'GB-Months',
        },
        context,
      ),
    )
  },
)
