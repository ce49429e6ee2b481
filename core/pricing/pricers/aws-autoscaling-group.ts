import { ec2Instances } from '../ec2-instance.ts'
import { launchSource } from '../launch-source.ts'
import { assumption, extras, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { block, blocks, number, string } from '../reads.ts'

const POLICY = {
  instances_distribution: block({
    on_demand_base_capacity: number(0),
    on_demand_percentage_above_base_capacity: number(100),
  }),
  launch_template: block({ override: blocks({ instance_type: string() }) }),
}

// https://aws.amazon.com/ec2/autoscaling/pricing/: the group is free, its instances are charged
export const awsAutoscalingGroup = pricer(
  {
    type: 'aws_autoscaling_group',
    reads: { desired_capacity: number(), min_size: number(), mixed_instances_policy: block(POLICY) },
  },
  function* ({ desired_capacity, min_size, mixed_instances_policy: policy }, context) {
    const count = desired_capacity ?? min_size
    if (count === undefined) {
      yield omitted('unknown', 'Instances', 'neither `desired_capacity` nor `min_size` is set')
      return
    }
    yield assumption(
      `${count} instances (${desired_capacity === undefined ? 'min_size' : 'desired_capacity'})`,
    )

    const launch = launchSource(context)
    if (launch.kind === 'unknown' || launch.value === undefined) {
      const because = launch.kind === 'unknown' ? launch.because : 'it names no launch template'
      yield omitted('unknown', 'Instances', because)
      return
    }
    const overrides = policy?.launch_template?.override ?? []
    const [override] = overrides
    if (override?.kind === 'unknown') {
      yield omitted('unknown', 'Instances', override.because)
      return
    }
    const instanceType = override?.value.instance_type ?? launch.value.instanceType
    if (instanceType === undefined) {
      yield omitted('unknown', 'Instances', 'no `instance_type` is set, there or in the launch template')
      return
    }
    if (overrides.length > 1)
      yield assumption(`all instances are ${instanceType}, the first of ${overrides.length} overrides`)

    const distribution = policy?.instances_distribution
    const base = Math.min(count, distribution?.on_demand_base_capacity ?? 0)
    const percentage = distribution?.on_demand_percentage_above_base_capacity ?? 100
    const onDemand = launch.value.spot ? 0 : base + Math.ceil(((count - base) * percentage) / 100)
    const tenancy = launch.value.tenancy ?? 'default'
    // A group that is scaled to zero has a price: nothing.
    if (onDemand > 0 || count === 0)
      yield* ec2Instances({ instanceType, tenancy, spot: false, count: onDemand }, context)
    if (count > onDemand)
      yield* ec2Instances({ instanceType, tenancy, spot: true, count: count - onDemand }, context)
    yield* extras(launch.value.volumes({ count, rate: 'while-running' }))
  },
)
