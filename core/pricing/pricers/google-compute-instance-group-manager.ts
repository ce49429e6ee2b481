import { block, number } from '../../domain/reads.ts'
import { TEMPLATE, templateParts } from '../gce-instance.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { assumption, omitted } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'

const AUTOSCALER = { autoscaling_policy: block({ min_replicas: number(), max_replicas: number() }) }

// https://cloud.google.com/compute/docs/instance-groups: the group is free, its instances are charged
export const googleComputeInstanceGroupManager = pricer(
  {
    type: 'google_compute_instance_group_manager',
    aliases: ['google_compute_region_instance_group_manager'],
    reads: { target_size: number() },
  },
  function* ({ target_size }, context) {
    const template = linkedResource(context, 'launches', 'instance template')
    if (template.kind === 'unknown' || !template.value) {
      const because = template.kind === 'unknown' ? template.because : 'it names no instance template'
      yield omitted('unknown', 'Instances', because)
      return
    }
    const read = readFrom(template.value, TEMPLATE)
    if (read.kind === 'unknown') {
      yield omitted('unknown', 'Instances', read.because)
      return
    }
    const bounds = autoscalerOf(context)
    const count = target_size ?? bounds?.low
    if (count === undefined) {
      yield omitted(
        'unknown',
        'Instances',
        '`target_size` is not set, and no autoscaler says how many there are',
      )
      return
    }
    yield assumption(
      `instance groups stay at ${target_size === undefined ? "their autoscaler's `min_replicas`" : '`target_size`'}`,
    )
    const scaling = bounds && { low: Math.min(bounds.low, count), high: Math.max(bounds.high, count) }
    yield* templateParts(read.value, { count, scaling }, context)
  },
)

/** How far the group's autoscaler may move it. */
function autoscalerOf({ graph, resource }: PricingContext) {
  for (const autoscaler of graph.sources(resource, 'scales')) {
    const read = readFrom(autoscaler, AUTOSCALER)
    const policy = read.kind === 'known' ? read.value.autoscaling_policy : undefined
    const { min_replicas: low, max_replicas: high } = policy ?? {}
    if (low !== undefined && high !== undefined) return { low, high }
  }
  return undefined
}
