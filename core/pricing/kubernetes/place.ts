import type { NodeRequirement, PodGroup, PodRequest } from '../../domain/workload.ts'
import type { TagSource } from '../../topology/bill-lines/bill-line.ts'
import type { Cluster, NodeRates } from '../../topology/cluster.ts'
import type { NodePool } from '../../topology/node-pool.ts'
import type { FoundPrice } from '../basis.ts'
import { attachedGpuPrice } from '../node-price.ts'
import type { InstanceSpec, PriceBook } from '../price-book.ts'
import { acceleratorDemand } from './accelerator-demand.ts'
import { cheapestMachine, cheapestOf, type FoundMachine, type Wanted } from './cheapest-machine.ts'
import { onlyProviderOf, type Place, placeOf, placesOf } from './cluster-place.ts'
import type { Machine } from './machine.ts'
import { machineInPool } from './machine-in-pool.ts'
import { INSTANCE_TYPE_LABELS, isModelLabel } from './machine-labels.ts'
import type { NodeShare } from './node-share.ts'

/** Where the pods of a group run, and what of a node each of them takes. */
export type Placement =
  | {
      readonly kind: 'machine'
      readonly machine: Machine
      /** The pool of Terraform's that it is a part of: that pool's cost is shared out, not added to. */
      readonly pool: NodePool | undefined
      /** The pool of Terraform's that adds nodes for it while it runs, besides those that it has anyway. */
      readonly addedTo?: NodePool
      /** Where else it may run, when the pool of Terraform's has no room: on nodes that a provisioner makes. */
      readonly otherwise?: OnMachine
      /** Where the node's tags are from, where that is known. */
      readonly nodeTags: readonly TagSource[] | undefined
      readonly share: NodeShare
      /** How the machine was found; undefined where the manifest or its pool names it. */
      readonly rule: string | undefined
      /** The prices are those of this region, because nothing says where the cluster is. */
      readonly referenceRegion: string | undefined
      readonly assumptions: readonly string[]
    }
  /** No machine is known: what its requests cost at given rates. */
  | {
      readonly kind: 'rates'
      readonly accelerators: number
      /** What one of them costs an hour, where its model has a price of its own. */
      readonly gpu?: FoundPrice
      /** As `clusters:` declares them. */
      readonly rates: NodeRates | undefined
      readonly assumptions: readonly string[]
    }
  | { readonly kind: 'unknown'; readonly because: string }
  | { readonly kind: 'unpriced'; readonly because: string }

export type OnMachine = Extract<Placement, { kind: 'machine' }>
type AtRates = Extract<Placement, { kind: 'rates' }>

/**
 * Finds the node of a group's pods: the pools that Terraform makes first, for they are paid for; then the cheapest type
 * that a provisioner's pool admits; then the type or GPU model that the pods ask for; else no machine, only rates.
 */
export function place(group: PodGroup, request: PodRequest, cluster: Cluster, book: PriceBook): Placement {
  const demand = acceleratorDemand(request.accelerators)
  if (typeof demand === 'string') return { kind: 'unpriced', because: demand }
  const wanted: Wanted = { group, request, demand }
  const where = placeOf(group, wanted.demand, cluster)
  const fixed = where && inPools(wanted, where, cluster, book, (pool) => pool.nodes !== undefined)
  const made = where && inPools(wanted, where, cluster, book, (pool) => pool.nodes === undefined)
  if (fixed) return made ? { ...fixed, otherwise: made } : fixed
  if (made) return made
  return byLabels(wanted, where, cluster, book) ?? byRates(wanted, cluster)
}

/** In the pool where it costs least; undefined where none of these pools admits it. */
function inPools(
  wanted: Wanted,
  where: Place,
  cluster: Cluster,
  book: PriceBook,
  isMeant: (pool: NodePool) => boolean,
): OnMachine | undefined {
  const found = cluster.pools.flatMap((pool): Candidate[] => {
    const machine = isMeant(pool) ? machineInPool(wanted, where, pool, book) : undefined
    return machine ? [{ ...machine, pool }] : []
  })
  const best = cheapestOf(found)
  if (!best) return undefined
  const { machine, pool, share } = best
  const assumptions = [...where.assumptions, ...(wanted.demand?.rule ? [wanted.demand.rule] : [])]
  const { nodeTags } = pool
  const { referenceRegion } = where
  if (pool.nodes !== undefined)
    return { kind: 'machine', machine, pool, nodeTags, share, rule: undefined, referenceRegion, assumptions }
  if (pool.capacityType === 'either')
    assumptions.push('nodes that may be spot are priced on demand, which is the most they cost')
  return {
    kind: 'machine',
    machine,
    pool: undefined,
    nodeTags,
    share,
    rule: `the cheapest type that ${pool.resource.address} admits and that fits`,
    referenceRegion,
    assumptions,
  }
}

interface Candidate extends FoundMachine {
  readonly pool: NodePool
}

/** By what the pods themselves ask for: an instance type, a family, a GPU model. */
function byLabels(
  wanted: Wanted,
  where: Place | undefined,
  cluster: Cluster,
  book: PriceBook,
): Placement | undefined {
  const { requirements } = wanted.group.selection
  const named = requirements.filter(({ key, operator }) => operator === 'In' && namesMachine(key))
  if (named.length === 0 && onlyProviderOf(wanted.demand) === undefined) return undefined
  const spot = requirements.some(
    ({ key, values }) =>
      /capacity-?type$|gke-spot$|scalesetpriority$/i.test(key) && /^(?:spot|true)$/i.test(values.join()),
  )
  const places: readonly Place[] = where ? [where] : placesOf(named, book)
  for (const at of places) {
    const found = cheapestMachine(wanted, at, book, { open: 'its pool is not known', requirements }, spot)
    if (!found) continue
    const exact = named.some(({ key, values }) => INSTANCE_TYPE_LABELS.includes(key) && values.length === 1)
    const whose = where ? '' : `; whose machines the cluster has is not known`
    const assumptions = [...at.assumptions, ...(wanted.demand?.rule ? [wanted.demand.rule] : [])]
    if (cluster.pools.length > 0)
      assumptions.push(`no pool of ${cluster.name} is known to admit ${wanted.group.role || 'its pods'}`)
    const rule = exact ? undefined : `the cheapest type with what its pods select${whose}`
    return {
      kind: 'machine',
      ...found,
      pool: undefined,
      nodeTags: undefined,
      rule,
      referenceRegion: at.referenceRegion,
      assumptions,
    }
  }
  if (!wanted.demand) return undefined
  const gpu = where && attachedGpu(named, where, book, spot)
  if (gpu) return { ...byRates(wanted, cluster), gpu }
  const asked = named.map(({ key, values }) => `${key} ${values.join(' or ')}`).join(', ')
  return { kind: 'unpriced', because: `the price book has no machine that fits with ${asked}` }
}

/** A model that Google attaches to machines of any size: it has a price of its own. */
function attachedGpu(
  named: readonly NodeRequirement[],
  { provider, regionId }: Place,
  book: PriceBook,
  spot: boolean,
): FoundPrice | undefined {
  const models = named.filter(({ key }) => isModelLabel(key)).flatMap(({ values }) => values)
  return provider === 'google' && models.length === 1
    ? attachedGpuPrice(book, regionId, models[0]!, spot)
    : undefined
}

/** Labels that leave only few types: an architecture or a manufacturer says too little to choose by. */
function namesMachine(key: string): boolean {
  return (
    INSTANCE_TYPE_LABELS.includes(key) ||
    isModelLabel(key) ||
    /\/instance-(?:family|size|gpu-name)$/.test(key)
  )
}

const WITHOUT_MACHINE: InstanceSpec = {
  instanceType: '',
  vcpu: 0,
  memoryGiB: 0,
  accelerator: undefined,
  architecture: '',
}

function byRates({ demand, group }: Wanted, { rates, pools, name }: Cluster): AtRates {
  const unadmitted =
    pools.length > 0 ? [`no pool of ${name} is known to admit ${group.role || 'its pods'}`] : []
  return {
    kind: 'rates',
    accelerators: demand?.devices(WITHOUT_MACHINE) ?? 0,
    rates,
    assumptions: [...(demand?.rule ? [demand.rule] : []), ...unadmitted],
  }
}
