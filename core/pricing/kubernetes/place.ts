import type { NodeRequirement, PodGroup, PodRequest } from '../../domain/workload.ts'
import type { TagSource } from '../../topology/bill-lines/bill-line.ts'
import type { Cluster, NodeRates } from '../../topology/cluster.ts'
import type { CloudProvider, NodePool } from '../../topology/node-pool.ts'
import type { FoundPrice } from '../basis.ts'
import { attachedGpuPrice, nodePrice } from '../node-price.ts'
import type { InstanceSpec, PriceBook } from '../price-book.ts'
import { type AcceleratorDemand, acceleratorDemand } from './accelerator-demand.ts'
import { allocatable } from './allocatable.ts'
import { type Machine, machineOf } from './machine.ts'
import { INSTANCE_TYPE_LABELS, isMachineLabel, isModelLabel } from './machine-labels.ts'
import { meets, type NodeFacts, tolerates } from './node-match.ts'
import { type NodeShare, nodeShare } from './node-share.ts'

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

/** Where prices are looked up while nothing says which region a cluster is in. */
const REFERENCE_REGIONS: Readonly<Record<CloudProvider, string>> = {
  aws: 'us-east-1',
  google: 'us-central1',
  azurerm: 'eastus',
}

interface Place {
  readonly provider: CloudProvider
  readonly regionId: string
  /** Set where the place is not known for certain. */
  readonly referenceRegion: string | undefined
  /** Said beside the figures then. */
  readonly assumptions: readonly string[]
}

/**
 * Finds the node of a group's pods: the pools that Terraform makes first, for they are paid for; then the cheapest type
 * that a provisioner's pool admits; then the type or GPU model that the pods ask for; else no machine, only rates.
 */
export function place(group: PodGroup, request: PodRequest, cluster: Cluster, book: PriceBook): Placement {
  const demand = acceleratorDemand(request.accelerators)
  if (typeof demand === 'string') return { kind: 'unpriced', because: demand }
  const wanted: Wanted = { group, request, demand }
  const where = placeOf(group, cluster)
  const fixed = where && inPools(wanted, where, cluster, book, (pool) => pool.nodes !== undefined)
  const made = where && inPools(wanted, where, cluster, book, (pool) => pool.nodes === undefined)
  if (fixed) return made ? { ...fixed, otherwise: made } : fixed
  if (made) return made
  return byLabels(wanted, where, cluster, book) ?? byRates(wanted, cluster)
}

interface Wanted {
  readonly group: PodGroup
  readonly request: PodRequest
  readonly demand: AcceleratorDemand | undefined
}

const CERTAIN = { referenceRegion: undefined, assumptions: [] }

/** Undefined where nothing says whose machines they are. */
function placeOf({ selection }: PodGroup, { provider, region }: Cluster): Place | undefined {
  const keys = selection.requirements.map(({ key }) => key)
  const named = provider ?? providerByLabels(keys)
  if (!named) return undefined
  if (region.kind === 'string') return { provider: named, regionId: region.value, ...CERTAIN }
  const asked = selection.requirements.find(
    ({ key, operator, values }) => key.endsWith('/region') && operator === 'In' && values.length === 1,
  )
  if (asked) return { provider: named, regionId: asked.values[0]!, ...CERTAIN }
  const regionId = REFERENCE_REGIONS[named]
  return {
    provider: named,
    regionId,
    referenceRegion: regionId,
    assumptions: [`prices of ${regionId}: nothing says in which region the cluster is`],
  }
}

function providerByLabels(keys: readonly string[]): CloudProvider | undefined {
  if (keys.some((key) => /^(?:karpenter\.k8s\.aws|eks\.amazonaws\.com)\//.test(key))) return 'aws'
  if (keys.some((key) => key.startsWith('cloud.google.com/'))) return 'google'
  if (keys.some((key) => /^(?:kubernetes|karpenter)\.azure\.com\//.test(key))) return 'azurerm'
  return undefined
}

/** In the pool where it costs least; undefined where none of these pools admits it. */
function inPools(
  wanted: Wanted,
  where: Place,
  cluster: Cluster,
  book: PriceBook,
  isMeant: (pool: NodePool) => boolean,
): OnMachine | undefined {
  const { selection } = wanted.group
  const found = cluster.pools.flatMap((pool): Candidate[] => {
    if (!isMeant(pool) || pool.machines.kind === 'unknown') return []
    if (!tolerates(selection, pool.taints)) return []
    const machines = pool.machines.value
    const facts = { labels: pool.labels, open: pool.open, unknownLabels: pool.unknownLabels ?? [] }
    if (machines.kind === 'types') {
      const machine = machineOf(book, where, machines, pool.capacityType)
      return machine &&
        fits(wanted, machine.spec) &&
        meets(selection.requirements, { ...facts, spec: machine.spec })
        ? [{ machine, pool, share: shareOf(wanted, machine.spec) }]
        : []
    }
    if (!meets(selection.requirements, { ...facts, spec: undefined })) return []
    const both = [...machines.requirements, ...selection.requirements]
    const cheapest = cheapestMachine(
      wanted,
      where,
      book,
      { open: facts.open, requirements: both },
      pool.capacityType === 'spot',
    )
    return cheapest ? [{ ...cheapest, pool }] : []
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

interface Candidate {
  readonly machine: Machine
  readonly pool: NodePool
  readonly share: NodeShare
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
  if (named.length === 0) return undefined
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

/** Where a type or model that is named without a cluster is to be had, in the order they are tried. */
function placesOf(named: readonly NodeRequirement[], book: PriceBook): readonly Place[] {
  const places = (['aws', 'google', 'azurerm'] as const).map(
    (provider): Place => ({
      provider,
      regionId: REFERENCE_REGIONS[provider],
      referenceRegion: REFERENCE_REGIONS[provider],
      assumptions: [`prices of ${REFERENCE_REGIONS[provider]}: nothing says where the cluster is`],
    }),
  )
  const types = named.filter(({ key }) => INSTANCE_TYPE_LABELS.includes(key)).flatMap(({ values }) => values)
  return types.length === 0
    ? places
    : places.filter(({ provider }) => types.some((type) => book.spec(provider, type) !== undefined))
}

interface Admitted extends Pick<NodeFacts, 'open'> {
  readonly requirements: readonly NodeRequirement[]
}

interface FoundMachine {
  readonly machine: Machine
  readonly share: NodeShare
}

/** Pods of many workloads ask for the same, and are asked about again whenever anything changes: by book, what was found. */
const remembered = new WeakMap<PriceBook, Map<string, FoundMachine | undefined>>()
const MAX_REMEMBERED = 5_000

const NO_LABELS: ReadonlyMap<string, string> = new Map()

/** Of all types that meet the requirements and hold the pod, the one on which the pod costs least. */
function cheapestMachine(
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
  for (const spec of book.instanceTypes(provider)) {
    if (!fits(wanted, spec) || !meets(asked, { labels: NO_LABELS, open, spec })) continue
    const price = nodePrice(book, provider, regionId, spec.instanceType, spot)
    const candidate = { machine: { provider, regionId, spec, spot, price }, share: shareOf(wanted, spec) }
    if (!best || isCheaper(candidate, best)) best = candidate
  }
  known.set(key, best)
  return best
}

function cheapestOf<C extends FoundMachine>(candidates: readonly C[]): C | undefined {
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

function fits({ request, demand }: Wanted, spec: InstanceSpec): boolean {
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

function shareOf({ request, demand }: Wanted, spec: InstanceSpec): NodeShare {
  return nodeShare(spec, {
    cpu: request.cpu ?? 0,
    memoryGiB: request.memoryGiB ?? 0,
    accelerators: demand?.devices(spec) ?? 0,
  })
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
