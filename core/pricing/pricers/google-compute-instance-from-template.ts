import { string } from '../../domain/reads.ts'
import { TEMPLATE, templateParts } from '../gce-instance.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/compute/vm-instance-pricing: as its template says, but for a machine type of its own
export const googleComputeInstanceFromTemplate = pricer(
  { type: 'google_compute_instance_from_template', reads: { machine_type: string() } },
  function* ({ machine_type }, context) {
    const template = linkedResource(context, 'launches', 'instance template')
    const read = template.kind === 'known' && template.value ? readFrom(template.value, TEMPLATE) : template
    if (read.kind === 'unknown') yield omitted('unknown', 'Instance', read.because)
    else if (!read.value || !('disk' in read.value))
      yield omitted('unknown', 'Instance', '`source_instance_template` is not set')
    else
      yield* templateParts(
        { ...read.value, machine_type: machine_type ?? read.value.machine_type },
        { count: 1 },
        context,
      )
  },
)
