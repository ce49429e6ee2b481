import {
  type Charge,
  type CostRange,
  costOfCharge,
  type Estimate,
  type Omission,
  type UsageKey,
} from '../domain/estimate.ts'
import { add, subtract, sum, type Usd, usd } from '../domain/money.ts'
import type { Resource } from '../domain/resource.ts'
import { placeOf } from '../topology/place.ts'
import type { ResourceGraph } from '../topology/resource-graph.ts'
import { findPrice } from './basis.ts'
import { isFreeKind } from './free-kinds.ts'
import { isFree } from './free-types.ts'
import { KIND_PRICERS } from './kinds/index.ts'
import { type KubernetesPlan, NO_WORKLOADS } from './kubernetes/plan.ts'
import { unreadWorkloads } from './kubernetes/unread-workloads.ts'
import { workloadParts } from './kubernetes/workload-parts.ts'
import type { Meter, OmittedPart, Part } from './part.ts'
import type { PriceBook } from './price-book.ts'
import type { Pricer, PricingContext } from './pricer.ts'
import { PRICERS } from './pricers/index.ts'
import { HOURS_PER_MONTH, type HoursPerMonth, type UsageRules } from './usage.ts'

const pricerOf = new Map(
  [...PRICERS, ...KIND_PRICERS].flatMap((pricer) =>
    pricer.types.map((type): [string, Pricer] => [type, pricer]),
  ),
)

/** Gives a function that says what a resource of the graph costs a month, one instance of it. */
export function estimate(
  graph: ResourceGraph,
  book: PriceBook,
  usage: UsageRules,
  plan: KubernetesPlan = NO_WORKLOADS,
): (resource: Resource) => Estimate {
  return (resource) => {
    const pricer = resource.workload ? workloadPricer(plan, usage) : pricerOf.get(resource.type)
    if (!resource.workload && (isFree(resource) || isFreeKind(resource))) return { kind: 'free' }
    if (!pricer)
      return unreadWorkloads(resource) ?? { kind: 'unpriced', because: `no pricer for ${resource.type} yet` }
    const cluster = plan.clusterOf(resource)
    const place = placeOf(resource, graph)
    const region = cluster?.region ?? place.region
    const regionId = region.kind === 'string' ? region.value : undefined
    const provider = cluster?.provider ?? place.provider
    const hours = usage.hoursPerMonth(resource)
    const asked = new Map<string, UsageKey>()
    const context: PricingContext = {
      resource,
      graph,
      provider,
      region,
      book,
      nodes: plan.useOf(resource)?.nodes,
      price: (sku) => findPrice(book, provider, regionId ?? '', sku),
      spec: (instanceType) => book.spec(provider, instanceType),
      discount: (serviceName, sku) => book.discount?.(serviceName, sku),
      hours: hours.hours,
      quantity(key) {
        asked.set(key.key, key)
        return usage.quantity(resource, key.key)
      },
    }
    const parts = pricer.parts(context)
    if (parts.kind === 'unknown') return parts
    const all = [...parts.value]
    return addUp(all, [...asked.values()], context, hours)
  }
}

/** What the pods of a workload cost follows from where they run, not from the object's own arguments. */
function workloadPricer(plan: KubernetesPlan, usage: UsageRules): Pick<Pricer, 'parts'> {
  return {
    parts: (context) => {
      const isStated = usage.hoursPerMonth(context.resource).isStated
      return { kind: 'known', value: workloadParts(context, plan, isStated) }
    },
  }
}

/**
 * The main parts decide the kind: one that is priced makes the resource priced, and what has no figure an omission.
 * Where none is, the resource is unknown, unpriced or usage-based as they are, whatever its extras cost.
 */
function addUp(
  parts: readonly Part[],
  usageKeys: readonly UsageKey[],
  context: PricingContext,
  hours: HoursPerMonth,
): Estimate {
  const charges: Charge[] = []
  const omissions: Omission[] = []
  const assumptions = new Set<string>()
  const unpricedMain: OmittedPart[] = []
  const ranges: CostRange[] = []
  let mainIsPriced = false
  for (const part of parts) {
    if (part.kind === 'assumption') {
      assumptions.add(part.text)
      continue
    }
    const priced = part.kind === 'meter' ? charge(part, context, hours) : part
    if (priced.kind === 'charge') {
      charges.push(priced.charge)
      mainIsPriced ||= !part.extra
      if (priced.range) ranges.push(priced.range)
      if (part.kind === 'meter' && part.rate !== 'monthly') assumptions.add(hours.assumption)
      continue
    }
    const { description, kind, because } = priced
    omissions.push({ description, kind, because, ...(part.extra ? {} : { isMain: true }) })
    if (!part.extra) unpricedMain.push(priced)
  }
  const unknown = unpricedMain.find(({ kind }) => kind === 'unknown')
  const unpriced = unpricedMain.find(({ kind }) => kind === 'unpriced')
  if (!mainIsPriced && unknown) return { kind: 'unknown', because: unknown.because }
  if (!mainIsPriced && unpriced) return { kind: 'unpriced', because: unpriced.because }
  if (charges.length > 0) {
    const range = rangeOf(charges, ranges)
    return {
      kind: 'priced',
      charges,
      assumptions: [...assumptions],
      omissions,
      usageKeys,
      ...(range && { range }),
    }
  }
  const usageBased = omissions.filter(({ kind }) => kind === 'usageBased')
  if (usageBased.length > 0) {
    const because = [...new Set(usageBased.map((omission) => omission.because))].join('; ')
    return { kind: 'usageBased', because, assumptions: [...assumptions], usageKeys }
  }
  const [extra] = omissions
  if (extra?.kind === 'unknown' || extra?.kind === 'unpriced')
    return { kind: extra.kind, because: extra.because }
  return { kind: 'free' }
}

/** `range`: by how much autoscaling moves the charge below and above its cost now. */
type Priced =
  | { readonly kind: 'charge'; readonly charge: Charge; readonly range: CostRange | undefined }
  | OmittedPart

function charge(meter: Meter, context: PricingContext, hours: HoursPerMonth): Priced {
  const { description, serviceName, sku, extra } = meter
  const { region } = context
  // What has one price everywhere needs no region.
  const found = meter.found ?? context.price(sku)
  if (!found && region.kind === 'unknown')
    return { kind: 'unknown', description, because: `its region is unknown: ${region.because}`, extra }
  if (!found && (region.kind !== 'string' || region.value === ''))
    return { kind: 'unknown', description, because: 'its region is not set', extra }
  const regionId = region.kind === 'string' ? region.value : (found?.price.regionId ?? '')
  if (!found) return { kind: 'unpriced', description, because: `no price for ${sku} in ${regionId}`, extra }
  const { price, basis } = found
  // So it may be in a book or price of one's own.
  if (price.pricingUnit !== meter.pricingUnit)
    return {
      kind: 'unpriced',
      description,
      because: `${sku} is priced by ${price.pricingUnit}, not by ${meter.pricingUnit}`,
      extra,
    }
  const perUnit = share(meter.rate, hours.hours)
  const quantity = meter.count * perUnit
  const discount = price.isOwn ? undefined : context.discount(serviceName, sku)
  const unitPrice = discount
    ? Number((price.listUnitPrice * (1 - discount.percent / 100)).toFixed(12))
    : price.listUnitPrice
  const cost = usd(quantity * unitPrice)
  const { scaling } = meter
  const moveTo = (count: number) => subtract(usd(count * perUnit * unitPrice), cost)
  return {
    kind: 'charge',
    range: scaling && {
      low: moveTo(scaling.low),
      high: scaling.high === 'unbounded' ? scaling.high : moveTo(scaling.high),
    },
    charge: {
      description,
      serviceName,
      skuId: sku,
      regionId: meter.found?.price.regionId ?? regionId,
      pricingUnit: price.pricingUnit,
      pricingQuantity: quantity,
      listUnitPrice: price.listUnitPrice,
      listCost: usd(quantity * price.listUnitPrice),
      ...(discount && { contracted: { unitPrice, cost, percent: discount.percent, note: discount.note } }),
      basis,
      source: price.source,
      sourceDate: price.sourceDate,
      ...(meter.pool && { pool: { project: meter.pool.project, address: meter.pool.address } }),
    },
  }
}

/** Undefined where nothing moves. A count outside its bounds now is still within the range. */
function rangeOf(charges: readonly Charge[], moves: readonly CostRange[]): CostRange | undefined {
  if (moves.every(({ low, high }) => low === 0 && high === 0)) return undefined
  const now = sum(charges.map(costOfCharge))
  const low = moves.reduce((cost, move) => add(cost, Math.min(move.low, 0) as Usd), now)
  const high = moves.reduce<Usd | 'unbounded'>(
    (cost, move) =>
      cost === 'unbounded' || move.high === 'unbounded'
        ? 'unbounded'
        : add(cost, Math.max(move.high, 0) as Usd),
    now,
  )
  return { low, high }
}

function share(rate: Meter['rate'], hours: number): number {
  switch (rate) {
    case 'hourly':
      return hours
    case 'monthly':
      return 1
    case 'while-running':
      return hours / HOURS_PER_MONTH
    default:
      return rate satisfies never
  }
}
