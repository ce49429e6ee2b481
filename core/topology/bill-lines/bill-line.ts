import type { Resource } from '../../domain/resource.ts'
import type { Value } from '../../domain/value.ts'
import type { ResourceGraph } from '../resource-graph.ts'

/** A part of what a resource costs, and where the tags come from that the cloud's bill shows beside it. */
export interface BillLine {
  /** In the plural, for messages: `instances`, `volumes`, `tasks`. */
  readonly what: string
  /** Later ones win. */
  readonly tags: readonly TagSource[]
  /** What to write so that tags get there. */
  readonly remedy: string
  /** The charges whose SKU begins so are this line's; what no line takes is the main one's. */
  readonly sku?: string
  /** Tags that are written near by, and that the line does not get. */
  readonly near?: Resource
}

/** Where tags of a bill line are from. */
export type TagSource =
  /** All tags that a resource has in the end, its provider's defaults included. */
  | { readonly kind: 'resource'; readonly resource: Resource }
  /** A map, or pairs of `key` and `value`, as it is written; no defaults are added. */
  | {
      readonly kind: 'written'
      readonly value: Value
      readonly style: 'map' | 'pairs'
      readonly name: string
    }
  /** The provider's defaults alone. */
  | { readonly kind: 'defaults'; readonly resource: Resource }
  /** There may be tags that cannot be seen. */
  | { readonly kind: 'unseen'; readonly because: string }

/** How tags reach the bill lines of one resource type, where that is not simply by being its own. */
export interface BillRule {
  readonly type: string
  /** In a sentence, for docs/attribution.md. */
  readonly summary: string
  /** The main line first. */
  lines(resource: Resource, graph: ResourceGraph): readonly [BillLine, ...BillLine[]]
}

export const allTagsOf = (resource: Resource): TagSource => ({ kind: 'resource', resource })
export const unseen = (because: string): TagSource => ({ kind: 'unseen', because })
