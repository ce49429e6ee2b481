import { number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

const DEFAULT_DPUS = 10

// https://aws.amazon.com/glue/pricing/
export const awsGlueMlTransform = pricer(
  {
    type: 'aws_glue_ml_transform',
    reads: { max_capacity: number(), worker_type: string(), number_of_workers: number() },
  },
  function* ({ max_capacity, worker_type, number_of_workers }, context) {
    const each = worker_type === 'G.2X' ? 2 : 1
    const dpus = number_of_workers === undefined ? (max_capacity ?? DEFAULT_DPUS) : number_of_workers * each
    yield* byUse(
      {
        description: `Runs at ${dpus} DPUs`,
        serviceName: 'AWS Glue',
        key: 'monthly_hours',
        unit: 'hours that it runs',
        sku: 'glue/etl/dpu',
        pricingUnit: 'DPU-Hours',
        per: dpus,
        chargedBy: 'DPU-hour',
      },
      context,
    )
  },
)
