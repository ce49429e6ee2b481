import { bool } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { assumption } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/dataflow/pricing: by what its workers are given, which Dataflow decides
export const googleDataflowJob = pricer(
  {
    type: 'google_dataflow_job',
    aliases: ['google_dataflow_flex_template_job'],
    reads: { enable_streaming_engine: bool(false) },
  },
  function* ({ enable_streaming_engine }, context) {
    const kind = enable_streaming_engine ? 'streaming' : 'batch'
    if (kind === 'batch') yield assumption('it is a batch job: its template does not say')
    const workers = { serviceName: 'Dataflow' }
    yield* byUse(
      {
        ...workers,
        description: `vCPUs (${kind})`,
        key: 'monthly_vcpu_hours',
        unit: 'vCPU-hours',
        sku: `dataflow/${kind}/vcpu`,
        pricingUnit: 'vCPU-Hours',
      },
      context,
    )
    yield* byUse(
      {
        ...workers,
        description: `Memory (${kind})`,
        key: 'monthly_memory_gb_hours',
        unit: 'GB-hours',
        sku: `dataflow/${kind}/memory`,
        pricingUnit: 'GB-Hours',
      },
      context,
    )
  },
)
