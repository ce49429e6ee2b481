import { number, string } from '../../domain/reads.ts'
import { extra, hourly, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const TIMESTREAM = 'Amazon Timestream'

// https://aws.amazon.com/timestream/pricing/
export const awsTimestreaminfluxdbDbInstance = pricer(
  {
    type: 'aws_timestreaminfluxdb_db_instance',
    reads: {
      db_instance_type: string(),
      allocated_storage: number(0),
      db_storage_type: string('InfluxIOIncludedT1'),
      deployment_type: string('SINGLE_AZ'),
    },
  },
  function* ({ db_instance_type, allocated_storage, db_storage_type, deployment_type }) {
    if (db_instance_type === undefined) {
      yield omitted('unknown', 'Instance', '`db_instance_type` is not set')
      return
    }
    const zones = deployment_type === 'SINGLE_AZ' ? 'single_az' : 'multi_az'
    yield hourly({
      description: `Instance (${db_instance_type})`,
      serviceName: TIMESTREAM,
      sku: `timestream/influxdb/${db_instance_type}/${zones}`,
    })
    yield extra(
      monthly({
        description: `Storage, ${allocated_storage} GiB`,
        serviceName: TIMESTREAM,
        sku: `timestream/influxdb/storage/${db_storage_type}/${zones}`,
        count: allocated_storage,
      }),
    )
  },
)
