import { bool, number, string } from '../../domain/reads.ts'
import { extra, hourly, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const DMS = 'AWS Database Migration Service'

// https://aws.amazon.com/dms/pricing/
export const awsDmsReplicationInstance = pricer(
  {
    type: 'aws_dms_replication_instance',
    reads: { replication_instance_class: string(), allocated_storage: number(0), multi_az: bool(false) },
  },
  function* ({ replication_instance_class: type, allocated_storage: size, multi_az }) {
    if (type === undefined) {
      yield omitted('unknown', 'Instance', '`replication_instance_class` is not set')
      return
    }
    const zones = multi_az ? 'multi_az' : 'single_az'
    yield hourly({ description: `Instance (${type})`, serviceName: DMS, sku: `dms/${type}/${zones}` })
    yield extra(
      monthly({
        description: `Storage, ${size} GiB`,
        serviceName: DMS,
        sku: `dms/storage/${zones}`,
        count: size,
      }),
    )
  },
)
