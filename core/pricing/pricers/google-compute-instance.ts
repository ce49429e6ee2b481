import { INSTANCE, instanceParts } from '../gce-instance.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/compute/vm-instance-pricing
export const googleComputeInstance = pricer(
  { type: 'google_compute_instance', reads: INSTANCE },
  instanceParts,
)
