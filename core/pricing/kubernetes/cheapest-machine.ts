import type { NodeRequirement, PodGroup, PodRequest } from '../../domain/workload.ts'
import { nodePrice } from '../node-price.ts'
import type { InstanceSpec, PriceBook } from '../price-book.ts'
import type { AcceleratorDemand } from './accelerator-demand.ts'
import { allocatable } from './allocatable.ts'
import type { Place } from './cluster-place.ts'
import type { Machine } from './machine.ts'
import { isMachineLabel } from './machine-labels.ts'
import { meets, type NodeFacts } from './node-match.ts'
import { type NodeShare, nodeShare } from './node-share.ts'

/** Pods that look for a node. */
export interface Wanted {
  readonly group: PodGroup
  readonly request: PodRequest
  readonly demand: AcceleratorDemand | undefined
}

/** What a machine has to meet. */
export interface Admitted extends Pick<NodeFacts, 'open'> {
  readonly requirements: readonly NodeRequirement[]
}

/** A machine that holds a pod, and what of it the pod takes. */
export interface FoundMachine {
  readonly machine: Machine
  readonly share: NodeShare
}

/** Pods of many workloads ask for the same, and are asked about again whenever anything changes: by book, what was found. */
const remembered = new WeakMap<PriceBook, Map<string, FoundMachine | undefined>>()
const MAX_REMEMBERED = 5_000

const NO_LABELS: ReadonlyMap<string, string> = new Map()

/** Of all types that meet the requirements and hold the pod, the one on which the pod costs least. */
export function cheapestMachine(
  wanted: Wanted,
  { provider, regionId }: Place,
  book: PriceBook,
  { requirements, open }: Admitted,
  spot: boolean,
): FoundMachine | undefined {
  // What a pool's own labels say was asked before; here only what the type decides, of which no label is the answer.
  const asked = requirements.filter(({ key }) => isMachineLabel(key))
  const { cpu, memoryGiB, accelerators } = wanted.request
  const isOpen = open !== undefined
  const key = JSON.stringify([provider, regionId, spot, isOpen, asked, cpu, memoryGiB, accelerators])
  const known = remembered.get(book) ?? new Map<string, FoundMachine | undefined>()
  remembered.set(book, known)
  if (known.has(key)) return known.get(key)
  if (known.size >= MAX_REMEMBERED) known.clear()
  let best: FoundMachine | undefined
  for (const spec of admittedTypes(book, provider, asked, open)) {
    if (!fits(wanted, spec)) continue
    const price = nodePrice(book, provider, regionId, spec.instanceType, spot)
    const candidate = { machine: { provider, regionId, spec, spot, price }, share: shareOf(wanted, spec) }
    if (!best || isCheaper(candidate, best)) best = candidate
  }
  known.set(key, best)
  return best
}

const admitted = new WeakMap<PriceBook, Map<string, readonly InstanceSpec[]>>()
const MAX_ADMITTED = 200

/** The types that meet requirements: pods of all sizes ask the same of the pools of their cluster. */
function admittedTypes(
  book: PriceBook,
  provider: Place['provider'],
  requirements: readonly NodeRequirement[],
  open: string | undefined,
): readonly InstanceSpec[] {
  const known = admitted.get(book) ?? new Map<string, readonly InstanceSpec[]>()
  admitted.set(book, known)
  const key = JSON.stringify([provider, open !== undefined, requirements])
  const before = known.get(key)
  if (before) return before
  if (known.size >= MAX_ADMITTED) known.clear()
  const types = [...book.instanceTypes(provider)].filter((spec) =>
    meets(requirements, { labels: NO_LABELS, open, spec }),
  )
  known.set(key, types)
  return types
}

export function cheapestOf<C extends FoundMachine>(candidates: readonly C[]): C | undefined {
  return candidates.reduce<C | undefined>(
    (best, candidate) => (!best || isCheaper(candidate, best) ? candidate : best),
    undefined,
  )
}

/** Prices are rounded: two g2-standard-24 cost 0.000001 USD more than one g2-standard-48. */
const SAME_COST = 1e-5

/** Where a pod's part costs the same, as it does in all sizes of most families, the smaller machine is taken. */
function isCheaper(one: FoundMachine, other: FoundMachine): boolean {
  const [cost, otherCost] = [costOf(one), costOf(other)]
  if (Math.abs(cost - otherCost) > SAME_COST * otherCost) return cost < otherCost
  return (one.machine.price?.price.listUnitPrice ?? 0) < (other.machine.price?.price.listUnitPrice ?? 0)
}

/** What the pod's part costs an hour; what has no price comes last. */
function costOf({ machine, share }: FoundMachine): number {
  const hourly = machine.price?.price.listUnitPrice
  return hourly === undefined ? Number.POSITIVE_INFINITY : hourly * (share.requested + share.stranded)
}

/** Whether a machine has room for one pod, and the devices that it asks for. */
export function fits({ request, demand }: Wanted, spec: InstanceSpec): boolean {
  const room = allocatable(spec)
  if ((request.cpu ?? 0) > room.cpu || (request.memoryGiB ?? 0) > room.memoryGiB) return false
  if (!demand) return true
  const { accelerator } = spec
  return (
    accelerator?.count !== undefined &&
    accelerator.model.startsWith(demand.make) &&
    demand.devices(spec) <= accelerator.count
  )
}

export function shareOf({ request, demand }: Wanted, spec: InstanceSpec): NodeShare {
  return nodeShare(spec, {
    cpu: request.cpu ?? 0,
    memoryGiB: request.memoryGiB ?? 0,
    accelerators: demand?.devices(spec) ?? 0,
  })
}
