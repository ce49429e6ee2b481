import type { Resource } from '../../domain/resource.ts'
import type { PodGroup, PodRequest, Workload } from '../../domain/workload.ts'
import type { FoundPrice } from '../basis.ts'
import { assumption, hourly, type Meter, omitted, type Part, type Scaling } from '../part.ts'
import { DEFAULT_GPU_RATE, DEFAULT_RATES, defaultRate } from './default-rates.ts'
import type { Placement } from './place.ts'
import type { KubernetesPlan } from './plan.ts'

/** How long it runs, where that is known: always-on pods all month, what runs until done as `usage:` says. */
export interface RunTime {
  readonly hours: number
  /** Whether the configuration says it, for this resource. */
  readonly isStated: boolean
}

const SERVICES = {
  aws: 'Amazon Elastic Compute Cloud',
  google: 'Compute Engine',
  azurerm: 'Virtual Machines',
}

/** What a workload's pods cost: their part of the nodes that they run on. */
export function* workloadParts(resource: Resource, plan: KubernetesPlan, time: RunTime): Generator<Part> {
  const { podGroups, assumptions } = resource.workload as Workload
  const placements = plan.placementsOf(resource)
  for (const text of assumptions) yield assumption(text)
  for (const [index, group] of podGroups.entries())
    yield* groupParts(group, placements[index]!, plan, resource, time)
}

function* groupParts(
  group: PodGroup,
  placement: Placement,
  plan: KubernetesPlan,
  resource: Resource,
  time: RunTime,
): Generator<Part> {
  const name = group.role || 'Pods'
  if (placement.kind === 'unknown' || placement.kind === 'unpriced') {
    yield omitted(placement.kind, name, placement.because)
    return
  }
  const pods = podsOf(group, placement, plan, resource)
  if (pods.kind === 'unknown') {
    yield omitted('unknown', name, pods.because)
    return
  }
  if (group.runs.kind === 'to-completion' && group.runs.suspended !== undefined) {
    yield assumption(`${name}: ${group.runs.suspended}, so nothing runs now`)
    return
  }
  const request = (group.request as { readonly value: PodRequest }).value
  for (const note of request.notes) yield assumption(note)
  for (const text of placement.assumptions) yield assumption(text)
  const meters = [...metersOf(name, request, placement, pods, plan)]
  const { runs } = group
  if (runs.kind !== 'to-completion' || time.isStated) {
    yield* meters
    return
  }
  if (runs.staysUp !== undefined) {
    yield assumption(`${name}: ${runs.staysUp}`)
    yield* meters
    return
  }
  yield untilDone(name, group, meters)
}

type Pods = { readonly kind: 'known'; readonly now: number; readonly scaling: Scaling | undefined }

function podsOf(
  group: PodGroup,
  placement: Placement,
  plan: KubernetesPlan,
  resource: Resource,
): Pods | { readonly kind: 'unknown'; readonly because: string } {
  const { now, low, high } = group.count
  if (group.runs.kind === 'per-node') {
    const nodes = nodesOf(plan, resource)
    return nodes === undefined
      ? { kind: 'unknown', because: 'one pod a node, and how many nodes the cluster has is not known' }
      : { kind: 'known', now: nodes, scaling: undefined }
  }
  if (now.kind === 'unknown') return now
  const bounds: Scaling | undefined =
    low.kind === 'known' && high.kind !== 'unknown'
      ? { low: low.value, high: high.kind === 'unlimited' ? 'unbounded' : high.value }
      : undefined
  const moves = bounds && (bounds.low !== now.value || bounds.high !== now.value)
  // In a pool that Terraform makes, more pods take from what is idle.
  const isOwn = placement.kind !== 'machine' || !placement.pool
  return { kind: 'known', now: now.value, scaling: moves && isOwn ? bounds : undefined }
}

/** The nodes of a cluster whose pools are all Terraform's. */
function nodesOf(plan: KubernetesPlan, resource: Resource): number | undefined {
  const cluster = plan.clusterOf(resource)
  if (!cluster || cluster.pools.length === 0) return undefined
  let total = 0
  for (const { resource: pool, nodes } of cluster.pools) {
    const count =
      plan.useOf(pool)?.nodes ?? (nodes?.desired.kind === 'known' ? nodes.desired.value : undefined)
    if (count === undefined) return undefined
    total += count
  }
  return total
}

function* metersOf(
  name: string,
  request: PodRequest,
  placement: Extract<Placement, { kind: 'machine' | 'rates' }>,
  { now, scaling }: Pods,
  plan: KubernetesPlan,
): Generator<Meter | Part> {
  const description = `${name} (${now} × ${describe(request)})`
  const meter = (perPod: number, found: FoundPrice, text: string, serviceName: string): Meter => ({
    ...hourly({
      description: text,
      serviceName,
      sku: found.price.skuId,
      pricingUnit: found.price.pricingUnit,
      count: now * perPod,
      found,
    }),
    scaling: scaling && {
      low: scaling.low * perPod,
      high: scaling.high === 'unbounded' ? scaling.high : scaling.high * perPod,
    },
  })
  if (placement.kind === 'rates') {
    yield assumption(DEFAULT_RATES)
    if (request.cpu !== undefined)
      yield meter(request.cpu, defaultRate('cpu'), `CPU of ${description}`, 'Kubernetes')
    if (request.memoryGiB !== undefined)
      yield meter(request.memoryGiB, defaultRate('memoryGiB'), `Memory of ${description}`, 'Kubernetes')
    if (placement.accelerators > 0) {
      yield assumption(DEFAULT_GPU_RATE)
      yield meter(placement.accelerators, defaultRate('accelerator'), `GPUs of ${description}`, 'Kubernetes')
    }
    return
  }
  const { machine, pool, share, rule } = placement
  const { instanceType } = machine.spec
  const service = SERVICES[machine.provider]
  const on = `${description} on ${instanceType}${machine.spot ? ', spot' : ''}`
  if (!machine.price) {
    const market = machine.spot ? 'spot price' : 'price'
    yield omitted('unpriced', on, `no ${market} for ${instanceType} in ${machine.regionId}`)
    return
  }
  const { price, basis } = machine.price
  const found: FoundPrice = rule
    ? { price, basis: { kind: 'equivalent', skuId: price.skuId, rule } }
    : { price, basis }
  if (pool) {
    const { held = 1 } = plan.useOf(pool.resource) ?? {}
    if (held < 1)
      yield assumption(
        `${pool.resource.address} cannot grow to hold all that asks for it: a part stays pending`,
      )
    yield { ...meter(share.requested * held, found, on, service), pool: pool.resource }
    return
  }
  yield meter(share.requested, found, on, service)
  if (share.stranded > 0.005)
    yield meter(share.stranded, found, `Left unusable beside the GPUs of ${name} on ${instanceType}`, service)
}

/** `4 CPU, 16 GiB, 1 nvidia.com/gpu` */
export function describe({ cpu, memoryGiB, accelerators }: PodRequest): string {
  return [
    ...(cpu === undefined ? [] : [`${rounded(cpu)} CPU`]),
    ...(memoryGiB === undefined ? [] : [`${rounded(memoryGiB)} GiB`]),
    ...accelerators.map(({ resource, count }) => `${rounded(count)} ${resource}`),
  ].join(', ')
}

const rounded = (value: number) => Number(value.toFixed(3))

/** What runs until it is done has no monthly figure until somebody says how long and how often: an hour of it has one. */
function untilDone(name: string, { runs }: PodGroup, parts: readonly (Meter | Part)[]): Part {
  const hourlyCost = parts.reduce(
    (sum, part) =>
      part.kind === 'meter' && part.found ? sum + part.count * part.found.price.listUnitPrice : sum,
    0,
  )
  const unpriced = parts.find((part) => part.kind === 'unpriced' || part.kind === 'unknown')
  if (hourlyCost === 0 && unpriced) return unpriced
  const { runsPerMonth, atMostSeconds } = runs as Extract<PodGroup['runs'], { kind: 'to-completion' }>
  const often =
    runsPerMonth?.kind === 'known' ? `; it starts ${rounded(runsPerMonth.value)} times a month` : ''
  const limit =
    atMostSeconds === undefined
      ? ''
      : `; at most $${((hourlyCost * atMostSeconds) / 3600).toFixed(2)} a run, by its deadline`
  return omitted(
    'usageBased',
    name,
    `runs until it is done, $${hourlyCost.toFixed(2)} an hour${often}${limit}. say how long under "usage" in ascribe.yml`,
  )
}
