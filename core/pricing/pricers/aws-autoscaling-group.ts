import { block, blocks, count, number, type Read, string } from '../../domain/reads.ts'
import { ec2Instances } from '../ec2-instance.ts'
import { launchSource } from '../launch-source.ts'
import { assumption, counted, extras, mapScaling, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const OVERRIDE = { instance_type: string(), weighted_capacity: number(1), instance_requirements: count }
const DISTRIBUTION = {
  on_demand_base_capacity: number(0),
  on_demand_percentage_above_base_capacity: number(100),
}
const POLICY = {
  instances_distribution: block(DISTRIBUTION),
  launch_template: block({ override: blocks(OVERRIDE) }),
}

// https://aws.amazon.com/ec2/autoscaling/pricing/: the group is free, its instances are charged
export const awsAutoscalingGroup = pricer(
  {
    type: 'aws_autoscaling_group',
    reads: {
      desired_capacity: number(),
      min_size: number(),
      max_size: number(),
      mixed_instances_policy: block(POLICY),
    },
  },
  function* ({ desired_capacity, min_size, max_size, mixed_instances_policy: policy }, context) {
    const capacity = desired_capacity ?? min_size
    if (capacity === undefined) {
      yield omitted('unknown', 'Instances', 'neither `desired_capacity` nor `min_size` is set')
      return
    }
    const overrides = policy?.launch_template?.override ?? []
    const [override] = overrides
    if (override?.kind === 'unknown') {
      yield omitted('unknown', 'Instances', override.because)
      return
    }
    const launch = launchSource(context)
    const template = launch.kind === 'known' ? launch.value : undefined
    const chosen = override ? override.value.instance_requirements > 0 : template?.choosesType === true
    const instanceType = chosen ? undefined : (override?.value.instance_type ?? template?.instanceType)
    if (instanceType === undefined) {
      const unset = chosen
        ? '`instance_requirements` choose its types at launch'
        : 'no `instance_type` is set'
      yield omitted('unknown', 'Instances', launch.kind === 'unknown' && !chosen ? launch.because : unset)
      return
    }

    const argument = desired_capacity === undefined ? 'min_size' : 'desired_capacity'
    const instances = (units: number) => Math.ceil(units / (override?.value.weighted_capacity || 1))
    const total = instances(capacity)
    yield assumption(`scaling groups stay at \`${argument}\``)
    if (total !== capacity)
      yield assumption(`${counted(total, 'instance')} for a weighted capacity of ${capacity}`)
    if (overrides.length > 1)
      yield assumption(`all instances are ${instanceType}, the first of ${overrides.length} overrides`)

    const onDemandOf = (units: number) =>
      template?.spot ? 0 : instances(onDemandUnits(units, policy?.instances_distribution))
    const onDemand = onDemandOf(capacity)
    const between = { low: min_size ?? capacity, high: max_size ?? capacity }
    const tenancy = template?.tenancy ?? 'default'
    // A group that is scaled to zero has a price: nothing.
    if (onDemand > 0 || total === 0)
      yield* ec2Instances(
        { instanceType, tenancy, spot: false, count: onDemand, scaling: mapScaling(between, onDemandOf) },
        context,
      )
    if (total > onDemand)
      yield* ec2Instances({ instanceType, tenancy, spot: true, count: total - onDemand }, context)
    if (launch.kind === 'unknown') yield* extras([omitted('unknown', 'Volumes', launch.because)])
    else if (template)
      yield* extras(
        template.volumes({ count: total, scaling: mapScaling(between, instances), rate: 'while-running' }),
      )
  },
)

/** How much of the capacity is on demand; what is not whole is rounded in its favour. */
function onDemandUnits(capacity: number, distribution: Read<typeof DISTRIBUTION> | undefined): number {
  const base = Math.min(capacity, distribution?.on_demand_base_capacity ?? 0)
  const percentage = Math.min(100, distribution?.on_demand_percentage_above_base_capacity ?? 100)
  return base + Math.ceil(((capacity - base) * percentage) / 100)
}
