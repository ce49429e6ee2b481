import { ec2Instances } from './ec2-instance.ts'
import { mapScaling, omitted, type Part, type Scaling } from './part.ts'
import type { PricingContext } from './pricer.ts'

/** vCPUs asked for, as instances of the first type that is named. */
export interface VcpuDemand {
  readonly instanceTypes: readonly string[]
  readonly spot: boolean
  /** vCPUs; how many are there now. */
  readonly vcpus: number
  readonly scaling: Scaling
}

/** Instances that a service starts as it needs vCPUs: of the first type named, as many as hold them. */
export function* instancesForVcpus(demand: VcpuDemand, context: PricingContext): Generator<Part> {
  const { instanceTypes, spot, vcpus, scaling } = demand
  const instanceType = instanceTypes.find((type) => context.spec(type))
  const vcpu = instanceType === undefined ? undefined : context.spec(instanceType)?.vcpu
  if (instanceType === undefined || !vcpu) {
    const named = instanceTypes.join(', ') || 'nothing'
    const range = `${scaling.low} to ${scaling.high} vCPUs`
    yield omitted('unknown', 'Instances', `of which type is chosen at launch from ${named}; ${range}`)
    return
  }
  const instances = (units: number) => Math.ceil(units / vcpu)
  yield* ec2Instances(
    {
      instanceType,
      tenancy: 'default',
      spot,
      count: instances(vcpus),
      scaling: mapScaling(scaling, instances),
    },
    context,
  )
}
