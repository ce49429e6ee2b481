import { number, string } from '../../domain/reads.ts'
import { hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const DEFAULT_NODES = 5

// https://aws.amazon.com/glue/pricing/
export const awsGlueDevEndpoint = pricer(
  {
    type: 'aws_glue_dev_endpoint',
    reads: { number_of_nodes: number(), number_of_workers: number(), worker_type: string() },
  },
  function* ({ number_of_nodes, number_of_workers, worker_type }) {
    const each = worker_type === 'G.2X' ? 2 : 1
    const dpus =
      number_of_workers === undefined ? (number_of_nodes ?? DEFAULT_NODES) : number_of_workers * each
    yield hourly({
      description: `${dpus} DPUs`,
      serviceName: 'AWS Glue',
      sku: 'glue/dev_endpoint/dpu',
      count: dpus,
      pricingUnit: 'DPU-Hours',
    })
  },
)
