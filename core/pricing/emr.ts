import { blocks, number, type Read, type Reading, string } from '../domain/reads.ts'
import { ebsVolume } from './ebs-volume.ts'
import { ec2Instances } from './ec2-instance.ts'
import { assumption, extras, hourly, omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

const EMR = 'Amazon EMR'

/** An `ebs_config` block of a group or fleet. */
export const EMR_DISK = {
  size: number(0),
  type: string('gp2'),
  iops: number(),
  throughput: number(),
  volumes_per_instance: number(1),
}

export interface EmrInstances {
  /** `Core`, `Task` */
  readonly name: string
  readonly instanceType: string
  readonly count: number
  readonly spot: boolean
  readonly disks: readonly Reading<Read<typeof EMR_DISK>>[]
}

/** Instances of a cluster: EC2's own price, EMR's on top of it, and their volumes. https://aws.amazon.com/emr/pricing/ */
export function* emrInstances(group: EmrInstances, context: PricingContext): Generator<Part> {
  const { name, instanceType, count, spot, disks } = group
  yield* ec2Instances({ instanceType, tenancy: 'default', spot, count }, context)
  const surcharge = hourly({
    description: `${name}, EMR's own price (${instanceType})`,
    serviceName: EMR,
    sku: `emr/ec2_surcharge/${instanceType}`,
    count,
  })
  yield* extras([surcharge])
  for (const disk of disks) {
    if (disk.kind === 'unknown') yield* extras([omitted('unknown', `${name}, volumes`, disk.because)])
    else
      yield* extras(
        ebsVolume({
          name: `${name}, volume`,
          ...disk.value,
          count: count * disk.value.volumes_per_instance,
          rate: 'while-running',
        }),
      )
  }
}

/** An instance group's arguments, inside a cluster or on its own. */
export const EMR_GROUP = { instance_type: string(), instance_count: number(1), bid_price: string() }

/** An instance fleet's. */
export const EMR_FLEET = {
  target_on_demand_capacity: number(0),
  target_spot_capacity: number(0),
  instance_type_configs: blocks({
    instance_type: string(),
    weighted_capacity: number(1),
    ebs_config: blocks(EMR_DISK),
  }),
}

/** A fleet's instances, all of the first type that it names. */
export function* emrFleet(
  name: string,
  fleet: Read<typeof EMR_FLEET>,
  context: PricingContext,
): Generator<Part> {
  const [first] = fleet.instance_type_configs
  if (first?.kind !== 'known' || first.value.instance_type === undefined) {
    yield omitted('unknown', name, first?.kind === 'unknown' ? first.because : 'it names no `instance_type`')
    return
  }
  const { instance_type, weighted_capacity, ebs_config } = first.value
  const instances = (units: number) => Math.ceil(units / (weighted_capacity || 1))
  if (fleet.instance_type_configs.length > 1)
    yield assumption(`all instances of a fleet are of its first type, here ${instance_type}`)
  const of = { name, instanceType: instance_type, disks: ebs_config }
  const { target_on_demand_capacity: onDemand, target_spot_capacity: spot } = fleet
  if (onDemand > 0 || spot === 0)
    yield* emrInstances({ ...of, count: instances(onDemand), spot: false }, context)
  if (spot > 0) yield* emrInstances({ ...of, count: instances(spot), spot: true }, context)
}
