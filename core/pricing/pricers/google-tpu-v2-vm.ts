import { block, bool, string } from '../../domain/reads.ts'
import { pricer } from '../pricer.ts'
import { tpuSlice } from '../tpu.ts'

// https://cloud.google.com/tpu/pricing
export const googleTpuV2Vm = pricer(
  {
    type: 'google_tpu_v2_vm',
    reads: {
      accelerator_type: string(),
      accelerator_config: block({ type: string(), topology: string('') }),
      scheduling_config: block({ preemptible: bool(false), spot: bool(false) }),
    },
  },
  ({ accelerator_type, accelerator_config, scheduling_config: scheduling }) =>
    tpuSlice({
      acceleratorType: accelerator_type,
      config: accelerator_config,
      spot: scheduling?.preemptible === true || scheduling?.spot === true,
    }),
)
