import { block, blocks, number, string } from '../../domain/reads.ts'
import { ec2Instances } from '../ec2-instance.ts'
import { launchSource } from '../launch-source.ts'
import { assumption, extras, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const OVERRIDE = { instance_type: string(), weighted_capacity: number(1) }

// https://aws.amazon.com/ec2/pricing/: the fleet is free, its instances are charged
export const awsEc2Fleet = pricer(
  {
    type: 'aws_ec2_fleet',
    reads: {
      launch_template_config: blocks({ override: blocks(OVERRIDE) }),
      target_capacity_specification: block({
        default_target_capacity_type: string('spot'),
        total_target_capacity: number(),
        on_demand_target_capacity: number(),
      }),
    },
  },
  function* ({ launch_template_config: configs, target_capacity_specification: target }, context) {
    const total = target?.total_target_capacity
    if (target === undefined || total === undefined) {
      yield omitted(
        'unknown',
        'Instances',
        '`target_capacity_specification.total_target_capacity` is not set',
      )
      return
    }
    const launch = launchSource(context)
    const template = launch.kind === 'known' ? launch.value : undefined
    const overrides = configs.flatMap((config) => (config.kind === 'known' ? config.value.override : []))
    const [override] = overrides.flatMap((item) => (item.kind === 'known' ? [item.value] : []))
    const instanceType = override?.instance_type ?? template?.instanceType
    if (instanceType === undefined) {
      const because = launch.kind === 'unknown' ? launch.because : 'no `instance_type` is set'
      yield omitted('unknown', 'Instances', because)
      return
    }
    if (overrides.length > 1)
      yield assumption(`all instances are ${instanceType}, the first of ${overrides.length} overrides`)
    const instances = (units: number) => Math.ceil(units / (override?.weighted_capacity || 1))
    const spotByDefault = target.default_target_capacity_type === 'spot'
    const onDemand = instances(target.on_demand_target_capacity ?? (spotByDefault ? 0 : total))
    const of = { instanceType, tenancy: template?.tenancy ?? 'default' }
    if (onDemand > 0 || total === 0) yield* ec2Instances({ ...of, spot: false, count: onDemand }, context)
    const spot = instances(total) - onDemand
    if (spot > 0) yield* ec2Instances({ ...of, spot: true, count: spot }, context)
    if (template) yield* extras(template.volumes({ count: instances(total), rate: 'while-running' }))
  },
)
