import { block, number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** DPUs of a worker. https://docs.aws.amazon.com/glue/latest/dg/worker-types.html */
const WORKER_DPUS = new Map([
  ['Standard', 1],
  ['G.025X', 0.25],
  ['G.1X', 1],
  ['G.2X', 2],
  ['G.4X', 4],
  ['G.8X', 8],
  ['G.12X', 12],
  ['G.16X', 16],
])
const DEFAULT_DPUS = 10

// https://aws.amazon.com/glue/pricing/
export const awsGlueJob = pricer(
  {
    type: 'aws_glue_job',
    reads: {
      worker_type: string(),
      number_of_workers: number(),
      max_capacity: number(),
      execution_class: string('STANDARD'),
      command: block({ name: string('glueetl') }),
    },
  },
  function* ({ worker_type, number_of_workers, max_capacity, execution_class, command }, context) {
    const ray = command?.name === 'glueray'
    const each = worker_type === undefined ? undefined : WORKER_DPUS.get(worker_type)
    if (!ray && worker_type !== undefined && each === undefined) {
      yield omitted('unpriced', 'Runs', `how many DPUs a worker of type "${worker_type}" has is not known`)
      return
    }
    const ofShell = command?.name === 'pythonshell' ? 0.0625 : DEFAULT_DPUS
    const workers = number_of_workers ?? 1
    const dpus = ray ? workers : each === undefined ? (max_capacity ?? ofShell) : each * workers
    const sku = ray ? 'glue/ray/dpu' : execution_class === 'FLEX' ? 'glue/etl/flex/dpu' : 'glue/etl/dpu'
    yield* byUse(
      {
        description: `Runs at ${dpus} DPUs`,
        serviceName: 'AWS Glue',
        key: 'monthly_hours',
        unit: 'hours that the job runs',
        sku,
        pricingUnit: ray ? 'M-DPU-Hours' : 'DPU-Hours',
        per: dpus,
        chargedBy: 'DPU-hour',
      },
      context,
    )
  },
)
