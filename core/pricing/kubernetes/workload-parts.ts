import type { Currency } from '../../domain/currency.ts'
import type { Basis } from '../../domain/estimate.ts'
import type { UnknownReading } from '../../domain/reads.ts'
import type { Resource } from '../../domain/resource.ts'
import type { PodGroup, PodRequest, Workload } from '../../domain/workload.ts'
import type { FoundPrice } from '../basis.ts'
import { assumption, extras, hourly, type Meter, omitted, type Part, type Scaling } from '../part.ts'
import { signOfPrices } from '../price-book.ts'
import type { PricingContext } from '../pricer.ts'
import {
  declaredRate,
  defaultGpuRateText,
  defaultRate,
  defaultRatesText,
  type RatedResource,
} from './default-rates.ts'
import type { Placement } from './place.ts'
import type { KubernetesPlan } from './plan.ts'
import { hourOf, type UntilDone, untilDone } from './until-done.ts'
import { volumeParts } from './volume.ts'

const SERVICES = {
  aws: 'Amazon Elastic Compute Cloud',
  google: 'Compute Engine',
  azurerm: 'Virtual Machines',
}

/**
 * What a workload's pods cost: their part of the nodes that they run on, and the volumes made for them. `isStated`:
 * somebody says how many hours of the month it runs.
 */
export function* workloadParts(
  context: PricingContext,
  plan: KubernetesPlan,
  isStated: boolean,
): Generator<Part> {
  const { resource } = context
  const { podGroups, assumptions } = resource.workload as Workload
  const placements = plan.placementsOf(resource)
  const because = plan.clusterOf(resource)?.because
  if (because !== undefined) yield assumption(because)
  for (const text of assumptions) yield assumption(text)
  const done: UntilDone[] = []
  for (const [index, group] of podGroups.entries()) {
    for (const part of groupParts(group, placements[index]!, plan, context, isStated))
      if (part.kind === 'until-done') done.push(part)
      else yield part
    yield* extras(claimParts(group, context))
  }
  yield* untilDone(done, signOfPrices(context.book))
}

function* claimParts({ claims, count: { now } }: PodGroup, context: PricingContext): Generator<Part> {
  for (const { name, storageGiB, storageClass } of claims) {
    const unknown = [storageGiB, storageClass, now].find(({ kind }) => kind === 'unknown')
    if (storageGiB.kind !== 'known' || storageClass.kind !== 'known' || now.kind !== 'known')
      yield omitted('unknown', `Volume ${name}`, (unknown as UnknownReading).because)
    else
      yield* volumeParts(
        {
          name: `Volume ${name}`,
          storageGiB: storageGiB.value,
          storageClass: storageClass.value,
          count: now.value,
        },
        context,
      )
  }
}

function* groupParts(
  group: PodGroup,
  placement: Placement,
  plan: KubernetesPlan,
  { resource, book }: PricingContext,
  isStated: boolean,
): Generator<Part | UntilDone> {
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
    yield omitted('usageBased', name, `${group.runs.suspended}: nothing runs until it is switched on`)
    return
  }
  const request = (group.request as { readonly value: PodRequest }).value
  for (const note of request.notes) yield assumption(note)
  for (const text of placement.assumptions) yield assumption(text)
  const meters = [...metersOf(name, request, placement, pods, plan, book.currency)]
  const { runs } = group
  if (runs.kind !== 'to-completion' || isStated) {
    yield* meters
    return
  }
  if (runs.staysUp !== undefined) {
    yield assumption(`${name}: ${runs.staysUp}`)
    yield* meters
    return
  }
  yield hourOf(name, runs, meters)
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
  currency: Currency | undefined,
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
    yield* ratedMeters(request, placement, description, meter, currency)
    return
  }
  const { machine, pool, addedTo, share } = placement
  const { instanceType } = machine.spec
  const service = SERVICES[machine.provider]
  const on = `${description} on ${instanceType}${machine.spot ? ', spot' : ''}`
  if (!machine.price) {
    const market = machine.spot ? 'spot price' : 'price'
    yield omitted('unpriced', on, `no ${market} for ${instanceType} in ${machine.regionId}`)
    return
  }
  const { price, basis } = machine.price
  const found: FoundPrice = { price, basis: basisOf(placement, price.skuId) ?? basis }
  if (pool) {
    const { held = 1 } = plan.useOf(pool.resource) ?? {}
    if (held < 1)
      yield assumption(
        `${pool.resource.address} cannot grow to hold all that asks for it: a part stays pending`,
      )
    yield { ...meter(share.requested * held, found, on, service), pool: pool.resource }
    return
  }
  if (addedTo)
    yield assumption(
      `${addedTo.resource.address} has no room for ${name}: they cost nodes of their own while they run`,
    )
  yield meter(share.requested, found, on, service)
  if (share.stranded > 0.005)
    yield meter(
      share.stranded,
      found,
      `Left unusable beside the ${devicesOf(request)} of ${name} on ${instanceType}`,
      service,
    )
}

/** How a machine's price stands for the pod's; undefined where it simply is its price. */
function basisOf(
  { rule, referenceRegion }: Extract<Placement, { kind: 'machine' }>,
  skuId: string,
): Basis | undefined {
  if (rule !== undefined) return { kind: 'equivalent', skuId, rule }
  return referenceRegion === undefined ? undefined : { kind: 'reference-region', regionId: referenceRegion }
}

type MakeMeter = (perPod: number, found: FoundPrice, text: string, serviceName: string) => Meter

/** At the rates that `clusters:` declares, else at OpenCost's. */
function* ratedMeters(
  request: PodRequest,
  { accelerators, gpu, rates }: Extract<Placement, { kind: 'rates' }>,
  description: string,
  meter: MakeMeter,
  currency: Currency | undefined,
): Generator<Part> {
  const { cpu, memoryGiB } = request
  const rateOf = (resource: RatedResource) => {
    const declared = rates?.[resource]
    return declared === undefined ? defaultRate(resource, currency) : declaredRate(resource, declared)
  }
  if (!rates) yield assumption(defaultRatesText(currency))
  if (cpu !== undefined) yield meter(cpu, rateOf('cpu'), `CPU of ${description}`, 'Kubernetes')
  if (memoryGiB !== undefined)
    yield meter(memoryGiB, rateOf('memoryGiB'), `Memory of ${description}`, 'Kubernetes')
  if (accelerators > 0) {
    const known = rates?.accelerator === undefined ? gpu : undefined
    if (rates?.accelerator === undefined && !gpu) yield assumption(defaultGpuRateText(currency))
    const devices = devicesOf(request)
    yield meter(accelerators, known ?? rateOf('accelerator'), `${devices} of ${description}`, 'Kubernetes')
  }
}

/** `4 CPU, 16 GiB, 1 nvidia.com/gpu` */
function describe({ cpu, memoryGiB, accelerators }: PodRequest): string {
  return [
    ...(cpu === undefined ? [] : [`${rounded(cpu)} CPU`]),
    ...(memoryGiB === undefined ? [] : [`${rounded(memoryGiB)} GiB`]),
    ...accelerators.map(({ resource, count }) => `${rounded(count)} ${resource}`),
  ].join(', ')
}

/** As their owners call them: nobody looks for TPUs under "GPUs". */
function devicesOf({ accelerators }: PodRequest): string {
  const names = accelerators.map(({ resource }) => resource).join()
  if (names.includes('tpu')) return 'TPUs'
  return names.includes('neuron') ? 'Neuron devices' : 'GPUs'
}

const rounded = (value: number) => Number(value.toFixed(3))
