import { blocks, number, string } from '../../domain/reads.ts'
import { ec2Instances } from '../ec2-instance.ts'
import { launchSource } from '../launch-source.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/ec2/spot/pricing/
export const awsSpotFleetRequest = pricer(
  {
    type: 'aws_spot_fleet_request',
    reads: {
      target_capacity: number(),
      on_demand_target_capacity: number(0),
      launch_specification: blocks({ instance_type: string(), weighted_capacity: number(1) }),
    },
  },
  function* (
    { target_capacity, on_demand_target_capacity: onDemand, launch_specification: specifications },
    context,
  ) {
    if (target_capacity === undefined) {
      yield omitted('unknown', 'Instances', '`target_capacity` is not set')
      return
    }
    const [first] = specifications
    if (first?.kind === 'unknown') {
      yield omitted('unknown', 'Instances', first.because)
      return
    }
    const launch = first ? undefined : launchSource(context)
    const template = launch?.kind === 'known' ? launch.value : undefined
    const instanceType = first?.value.instance_type ?? template?.instanceType
    if (instanceType === undefined) {
      const because = launch?.kind === 'unknown' ? launch.because : 'no `instance_type` is set'
      yield omitted('unknown', 'Instances', because)
      return
    }
    if (specifications.length > 1)
      yield assumption(
        `all instances are ${instanceType}, the first of ${specifications.length} specifications`,
      )
    const weight = first?.value.weighted_capacity || 1
    const instances = (units: number) => Math.ceil(units / weight)
    const of = { instanceType, tenancy: template?.tenancy ?? 'default' }
    if (onDemand > 0) yield* ec2Instances({ ...of, spot: false, count: instances(onDemand) }, context)
    const spot = instances(target_capacity) - instances(onDemand)
    if (spot > 0) yield* ec2Instances({ ...of, spot: true, count: spot }, context)
  },
)
