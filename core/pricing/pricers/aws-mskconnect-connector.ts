import { block, number } from '../../domain/reads.ts'
import { assumption, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/msk/pricing/
export const awsMskconnectConnector = pricer(
  {
    type: 'aws_mskconnect_connector',
    reads: {
      capacity: block({
        provisioned_capacity: block({ mcu_count: number(1), worker_count: number() }),
        autoscaling: block({ mcu_count: number(1), min_worker_count: number(), max_worker_count: number() }),
      }),
    },
  },
  function* ({ capacity }) {
    const fixed = capacity?.provisioned_capacity
    const scaled = capacity?.autoscaling
    const workers = fixed?.worker_count ?? scaled?.min_worker_count
    const mcus = fixed?.mcu_count ?? scaled?.mcu_count ?? 1
    if (workers === undefined) {
      yield omitted('unknown', 'Workers', 'how many workers `capacity` asks for is not set')
      return
    }
    if (scaled) yield assumption('connectors stay at `min_worker_count`')
    yield hourly({
      description: `Workers of ${mcus} MCU`,
      serviceName: 'Amazon Managed Streaming for Apache Kafka',
      sku: 'msk/connect/mcu',
      count: workers * mcus,
      scaling: scaled && { low: workers * mcus, high: (scaled.max_worker_count ?? workers) * mcus },
      pricingUnit: 'MCU-Hours',
    })
  },
)
