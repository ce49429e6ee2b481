import type { Target } from '../config/spelling.ts'
import type { Resource } from '../domain/resource.ts'
import type { Tag, TagOriginKind, TagSet } from '../domain/tag.ts'
import { traitsOf, unknown } from '../domain/value.ts'
import type { Range } from '../source/source-file.ts'
import { allTagsOf, type BillLine, type TagSource } from '../topology/bill-lines/bill-line.ts'
import { billLinesOf } from '../topology/bill-lines/index.ts'
import type { ResourceGraph } from '../topology/resource-graph.ts'
import { type EffectiveTags, layer, merge, NO_TAGS, targetOf } from './effective-tags.ts'

/** A line of the bill, and the tags that it shows. */
export interface BilledLine extends Pick<BillLine, 'what' | 'remedy' | 'sku' | 'near'> {
  readonly tags: EffectiveTags
}

/** The first line is the main one: its tags say whose the money is. */
export type BilledLines = readonly [BilledLine, ...BilledLine[]]

export interface BillingContext {
  readonly graph: ResourceGraph
  /** The tags that a resource has in the end. */
  readonly effectiveOf: (resource: Resource) => EffectiveTags
  readonly originOf: (range: Range) => TagOriginKind
  /** Which tags of AWS resources the bill does not show, and why, by key. */
  readonly notActivated: (key: string) => string | undefined
  /** Azure puts the tags of resource groups on the usage of what is in them. */
  readonly azureTagInheritance: boolean
}

/** The tags that the bill shows for what a resource costs, line by line. */
export function billedTags(resource: Resource, context: BillingContext): BilledLines {
  const [main, ...others] = billLinesOf(resource, context.graph)
  const resolve = ({ what, remedy, sku, near, tags }: BillLine): BilledLine => ({
    what,
    remedy,
    ...(sku !== undefined && { sku }),
    ...(near && { near }),
    tags: shownOnBill(resource, inherited(resource, tags, context), context),
  })
  return [resolve(main), ...others.map(resolve)]
}

function inherited(resource: Resource, own: readonly TagSource[], context: BillingContext) {
  if (!context.azureTagInheritance || targetOf(resource) !== 'azure') return own
  const group = context.graph.targets(resource, 'within')
  return group.kind === 'linked' ? [...group.resources.slice(0, 1).map(allTagsOf), ...own] : own
}

/** The tags that the bill shows where they are from these sources. */
export function shownOnBill(
  resource: Resource,
  sources: readonly TagSource[],
  context: BillingContext,
): EffectiveTags {
  const [first, ...others] = sources
  // Of its own only: whether it takes tags at all is then an answer too.
  const only = first?.kind === 'resource' && first.resource === resource && others.length === 0
  const target = targetOf(resource)
  const tags: EffectiveTags = only
    ? context.effectiveOf(resource)
    : {
        kind: 'taggable',
        tags: sources
          .map((source) => tagsOf(source, context))
          .reduce((below, above) => over(below, above, target), NONE),
        keysCaseInsensitive: target === 'azure',
        target,
      }
  return target === 'aws' ? activated(tags, context) : tags
}

const NONE: TagSet = { tags: new Map(), open: undefined }

function tagsOf(source: TagSource, { effectiveOf, originOf }: BillingContext): TagSet {
  switch (source.kind) {
    case 'resource': {
      const tags = effectiveOf(source.resource)
      if (tags.kind === 'taggable') return tags.tags
      return tags.kind === 'unknown' ? { ...NONE, open: unknown(tags.because) } : NONE
    }
    case 'written':
      return merge(NO_TAGS, layer(source.value, source.style, source.name), originOf)
    case 'defaults': {
      const { defaultTags } = source.resource
      return defaultTags ? merge(layer(defaultTags, 'map', 'default_tags'), NO_TAGS, originOf) : NONE
    }
    case 'unseen':
      return { ...NONE, open: unknown(source.because) }
    default:
      return source satisfies never
  }
}

/** A set on top of another: what may be hidden in the upper one may overwrite what is below. */
function over(below: TagSet, above: TagSet, target: Target | undefined): TagSet {
  const tags = new Map<string, Tag>()
  // Azure: `Team` on top of `team` is one tag.
  const folded = (key: string) => (target === 'azure' ? key.toLowerCase() : key)
  const overwritten = new Set([...above.tags.keys()].map(folded))
  for (const [key, tag] of below.tags)
    if (above.tags.has(key) || !overwritten.has(folded(key)))
      tags.set(key, above.open ? { ...tag, value: unknown(above.open.because, traitsOf(tag.value)) } : tag)
  for (const [key, tag] of above.tags) tags.set(key, tag)
  return { tags, open: above.open ?? below.open }
}

/** AWS shows a tag on the bill only where its key is activated for cost allocation. */
function activated(tags: EffectiveTags, { notActivated }: BillingContext): EffectiveTags {
  if (tags.kind !== 'taggable') return tags
  const kept = [...tags.tags.tags].filter(([key]) => notActivated(key) === undefined)
  if (kept.length === tags.tags.tags.size) return tags
  return { ...tags, tags: { ...tags.tags, tags: new Map(kept) } }
}
