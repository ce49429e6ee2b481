import type { Resource } from '../domain/resource.ts'
import type { FoundPrice } from './basis.ts'

/** What a pricer says of a resource, piece by piece. `estimate()` looks the prices up and adds the pieces together. */
export type Part = Meter | OmittedPart | AssumptionPart

/** How far autoscaling may move a count. */
export interface Scaling {
  readonly low: number
  readonly high: number | 'unbounded'
}

/** Something with a price: so many units of a SKU. */
export interface Meter {
  readonly kind: 'meter'
  /** e.g. `Instance (p4d.24xlarge, on-demand)` */
  readonly description: string
  readonly serviceName: string
  readonly sku: string
  /** The unit the pricer counts in; the book's must be the same. */
  readonly pricingUnit: string
  /** How many, at any time. */
  readonly count: number
  /** Where autoscaling moves the count. */
  readonly scaling?: Scaling | undefined
  /** `hourly`: times the hours it runs; `monthly`: charged all month; `while-running`: all month's share of those hours. */
  readonly rate: 'hourly' | 'monthly' | 'while-running'
  readonly extra: boolean
  /** The price, where it is not the one of the SKU in the resource's own region. */
  readonly found?: FoundPrice
  /** The node pool that it is a part of: counted here, and taken off there. */
  readonly pool?: Resource
}

/** Something that costs money but has no figure. */
export interface OmittedPart {
  readonly kind: 'usageBased' | 'unpriced' | 'unknown'
  readonly description: string
  readonly because: string
  readonly extra: boolean
}

export interface AssumptionPart {
  readonly kind: 'assumption'
  readonly text: string
}

type MeterFields = Omit<Meter, 'kind' | 'rate' | 'extra' | 'pricingUnit' | 'count'> & {
  readonly count?: number
  readonly pricingUnit?: string
}

/** Charged for each hour that it runs, in `Hours` unless another unit is named. */
export function hourly(fields: MeterFields): Meter {
  return { kind: 'meter', pricingUnit: 'Hours', count: 1, ...fields, rate: 'hourly', extra: false }
}

/** Charged for the month, in `GB-Months` unless another unit is named, whether it runs or not. */
export function monthly(fields: MeterFields & { readonly count: number }): Meter {
  return { kind: 'meter', pricingUnit: 'GB-Months', ...fields, rate: 'monthly', extra: false }
}

/** The scaling in other units: a group's capacity in instances, instances in GiB of their disks. */
export function mapScaling({ low, high }: Scaling, toUnits: (count: number) => number): Scaling {
  return { low: toUnits(low), high: high === 'unbounded' ? high : toUnits(high) }
}

export function omitted(kind: OmittedPart['kind'], description: string, because: string): OmittedPart {
  return { kind, description, because, extra: false }
}

/** `1 node`, `3 nodes` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

export function assumption(text: string): AssumptionPart {
  return { kind: 'assumption', text }
}

/** Parts that a resource has besides its main ones: without the main ones' price, theirs says nothing. */
export function* extras(parts: Iterable<Part>): Generator<Part> {
  for (const part of parts) yield part.kind === 'assumption' ? part : { ...part, extra: true }
}
export function extra(part: Meter | OmittedPart): Part {
  return { ...part, extra: true }
}
