import type { Attached, CapacityType, CloudProvider, Machines } from '../../topology/node-pool.ts'
import { acceleratorModels } from '../accelerator-models.ts'
import type { FoundPrice } from '../basis.ts'
import { attachedGpuPrice, customMachine, nodePrice } from '../node-price.ts'
import type { InstanceSpec, PriceBook } from '../price-book.ts'

/** A kind of machine, in a region, with what an hour of it costs. */
export interface Machine {
  readonly provider: CloudProvider
  readonly regionId: string
  readonly spec: InstanceSpec
  readonly spot: boolean
  /** With what is attached to it; undefined where the book has none. */
  readonly price: FoundPrice | undefined
  /** What is charged besides the machine itself. */
  readonly attached?: AttachedPrice
}

export interface AttachedPrice extends Attached {
  readonly machine: FoundPrice
  readonly each: FoundPrice
}

type ByName = Extract<Machines, { kind: 'types' }>

/** The machine of a pool that names its type, or why nothing is known of it. */
export function machineOf(
  book: PriceBook,
  place: { readonly provider: CloudProvider; readonly regionId: string },
  { instanceTypes: [instanceType], attached }: ByName,
  capacity: CapacityType,
): Machine | undefined {
  const { provider, regionId } = place
  const spot = capacity === 'spot'
  const spec = specOf(book, provider, instanceType)
  if (!spec) return undefined
  const own = nodePrice(book, provider, regionId, instanceType, spot)
  if (!attached) return { ...place, spec, spot, price: own }
  const gpu = attachedGpuPrice(book, regionId, attached.accelerator, spot)
  const accelerator = {
    model: acceleratorModels(attached.accelerator)[0] ?? '',
    count: attached.count,
    memoryGiB: undefined,
  }
  // G2, A2 and A3 machines come with their GPUs, which Terraform names a second time.
  if (spec.accelerator) return { ...place, spec, spot, price: own }
  const price = together(own, gpu, attached.count)
  const whole = { ...place, spec: { ...spec, accelerator }, spot, price }
  return own && gpu ? { ...whole, attached: { ...attached, machine: own, each: gpu } } : whole
}

function specOf(book: PriceBook, provider: string, instanceType: string): InstanceSpec | undefined {
  const known = book.spec(provider, instanceType)
  if (known || provider !== 'google') return known
  const custom = customMachine(instanceType)
  return custom && { ...custom, instanceType, accelerator: undefined, architecture: 'amd64' }
}

function together(
  machine: FoundPrice | undefined,
  gpu: FoundPrice | undefined,
  count: number,
): FoundPrice | undefined {
  if (!machine || !gpu) return undefined
  const listUnitPrice = machine.price.listUnitPrice + count * gpu.price.listUnitPrice
  return {
    price: { ...machine.price, listUnitPrice: Number(listUnitPrice.toFixed(10)) },
    basis: gpu.basis.kind === 'exact' ? machine.basis : gpu.basis,
  }
}
