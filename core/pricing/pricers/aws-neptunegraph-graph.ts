import { number } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/neptune/pricing/: Neptune Analytics
export const awsNeptunegraphGraph = pricer(
  {
    type: 'aws_neptunegraph_graph',
    reads: { provisioned_memory: number(), replica_count: number(1) },
  },
  function* ({ provisioned_memory, replica_count }) {
    if (provisioned_memory === undefined) {
      yield omitted('unknown', 'Graph', '`provisioned_memory` is not set')
      return
    }
    yield hourly({
      description: `Graph, ${provisioned_memory} m-NCU`,
      serviceName: 'Amazon Neptune',
      sku: 'neptune/analytics/ncu',
      count: provisioned_memory * (1 + replica_count),
      pricingUnit: 'NCU-Hours',
    })
  },
)
