import { machineOf } from './kubernetes/machine.ts'
import { assumption, counted, hourly, mapScaling, omitted, type Part, type Scaling } from './part.ts'
import type { Price } from './price-book.ts'
import type { PricingContext } from './pricer.ts'
import { sustainedUse } from './sustained-use.ts'

export const COMPUTE_ENGINE = 'Compute Engine'

export interface GceMachines {
  readonly machineType: string
  /** GPUs that are attached to each, as Google names them. */
  readonly accelerator?: { readonly type: string; readonly count: number } | undefined
  readonly spot: boolean
  readonly count: number
  readonly scaling?: Scaling | undefined
}

/**
 * Machines and the GPUs attached to them; those of G2, G4, A2, A3 and A4 machines are in the machine's price.
 * https://cloud.google.com/compute/vm-instance-pricing
 */
export function* gceMachines(machines: GceMachines, context: PricingContext): Generator<Part> {
  const { machineType, spot, count, scaling } = machines
  const accelerator = machines.accelerator && {
    ...machines.accelerator,
    // An instance may name it by its whole path.
    type: machines.accelerator.type.replace(/^.*\//, ''),
  }
  const market = spot ? 'spot' : 'on-demand'
  const description = `${count === 1 ? 'Instance' : 'Instances'} (${machineType}, ${market})`
  const { region } = context
  if (region.kind !== 'string') {
    yield omitted(
      'unknown',
      description,
      `its region is ${region.kind === 'unknown' ? `unknown: ${region.because}` : 'not set'}`,
    )
    return
  }
  const machine = machineOf(
    context.book,
    { provider: 'google', regionId: region.value },
    {
      kind: 'types',
      instanceTypes: [machineType],
      ...(accelerator && { attached: { accelerator: accelerator.type, count: accelerator.count } }),
    },
    market,
  )
  if (!machine?.price) {
    const gpus =
      machine && accelerator && !machine.attached
        ? ` with ${counted(accelerator.count, accelerator.type)}`
        : ''
    yield omitted(
      'unpriced',
      description,
      `no ${spot ? 'spot ' : ''}price for ${machineType}${gpus} in ${region.value}`,
    )
    return
  }
  const { attached } = machine
  const found = attached?.machine ?? machine.price
  yield hourly({ description, serviceName: COMPUTE_ENGINE, sku: found.price.skuId, count, found, scaling })
  if (attached)
    yield hourly({
      description: `GPUs (${attached.accelerator}, ${market})`,
      serviceName: COMPUTE_ENGINE,
      sku: attached.each.price.skuId,
      pricingUnit: attached.each.price.pricingUnit,
      count: count * attached.count,
      found: attached.each,
      scaling: scaling && mapScaling(scaling, (instances) => instances * attached.count),
    })
  yield* marketAssumptions(machineType, spot, found.price, context)
}

function* marketAssumptions(
  machineType: string,
  spot: boolean,
  found: Price,
  context: PricingContext,
): Generator<Part> {
  yield assumption('Compute Engine instances run Linux')
  if (spot) {
    yield assumption(`spot prices stay as they were on ${found.sourceDate}`)
    return
  }
  yield* sustainedUse(machineType, { serviceName: COMPUTE_ENGINE, sku: found.skuId }, context)
}
