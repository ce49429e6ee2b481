import type { UsageKey } from '../domain/estimate.ts'
import { type Readers, type Reading, readAll } from '../domain/reads.ts'
import type { Resource } from '../domain/resource.ts'
import type { Value } from '../domain/value.ts'
import type { ResourceGraph } from '../topology/resource-graph.ts'
import type { FoundPrice } from './basis.ts'
import type { Part } from './part.ts'
import type { Discount, InstanceSpec, PriceBook } from './price-book.ts'
import type { StatedQuantity } from './usage.ts'

/** What a pricer may ask about besides the resource's own arguments. */
export interface PricingContext {
  readonly resource: Resource
  readonly graph: ResourceGraph
  /** Whose prices hold: for a Kubernetes object, those of its cluster's cloud. `aws`, `google`, `azurerm`. */
  readonly provider: string
  /** Where it is: for a Kubernetes object, where its cluster is. A string, or unknown with the reason. */
  readonly region: Value
  readonly book: PriceBook
  /** For a node pool: how many nodes there are when its workloads have what they request; undefined where none are known. */
  readonly nodes: number | undefined
  /** The price of a SKU in that region; undefined where there is none or the region is unknown. */
  price(sku: string): FoundPrice | undefined
  spec(instanceType: string): InstanceSpec | undefined
  /** What comes off the list price of a charge. */
  discount(serviceName: string, sku: string): Discount | undefined
  /** How much is used of what is charged by use; undefined where nobody says. What is asked for, `usage init` lists. */
  quantity(key: UsageKey): StatedQuantity | undefined
  /** Hours a month that it runs. */
  readonly hours: number
}

/** Says what resources of one type are charged for. */
export interface Pricer {
  readonly types: readonly string[]
  parts(context: PricingContext): Reading<Iterable<Part>>
}

/**
 * A pricer. `reads` is its documentation, the type of what `meters` gets, and the reason given where an argument is
 * unknown: then nothing else is asked. A resource whose meters are empty costs nothing itself.
 */
export function pricer<T>(
  declaration: {
    readonly type: string
    /** Other names of the same resource type. */
    readonly aliases?: readonly string[]
    readonly reads: Readers<T>
  },
  meters: (read: T, context: PricingContext) => Iterable<Part>,
): Pricer {
  return {
    types: [declaration.type, ...(declaration.aliases ?? [])],
    parts(context) {
      const read = readAll(context.resource.attributes, declaration.reads)
      return read.kind === 'unknown' ? read : { kind: 'known', value: meters(read.value, context) }
    },
  }
}
