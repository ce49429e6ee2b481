import { block, blocks, string } from '../../domain/reads.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { tpuSlice } from '../tpu.ts'

const NODE = { accelerator_type: string() }

// https://cloud.google.com/tpu/pricing: charged from when the TPUs are granted
export const googleTpuV2QueuedResource = pricer(
  {
    type: 'google_tpu_v2_queued_resource',
    reads: { tpu: block({ node_spec: blocks({ node: block(NODE) }) }) },
  },
  function* ({ tpu }) {
    yield assumption('what is queued for is granted, and runs')
    for (const spec of tpu?.node_spec ?? []) {
      if (spec.kind === 'unknown') yield omitted('unknown', 'TPU', spec.because)
      else
        yield* tpuSlice({
          acceleratorType: spec.value.node?.accelerator_type,
          config: undefined,
          spot: false,
        })
    }
  },
)
