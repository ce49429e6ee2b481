import type { Target } from '../config/spelling.ts'
import { providerName } from '../domain/provider.ts'
import type { Resource } from '../domain/resource.ts'
import type { Tag, TagOrigin, TagOriginKind, TagSet } from '../domain/tag.ts'
import { isMapping, isSequence, traitsOf, type UnknownValue, unknown, type Value } from '../domain/value.ts'
import type { Range } from '../source/source-file.ts'
import { tagValue } from './tag-value.ts'
import { type Taggability, taggabilityOf } from './taggability/taggability.ts'

/** The tags of a resource, or why there is nothing to say about them. */
export type EffectiveTags =
  | {
      readonly kind: 'taggable'
      readonly tags: TagSet
      /** Azure: `Team` and `team` are one tag. */
      readonly keysCaseInsensitive: boolean
      /** Which spelling of the schema's keys holds there. */
      readonly target: Target | undefined
      /** Tags that are written near by, and why they are not the resource's: by key. */
      readonly elsewhere?: ReadonlyMap<string, string>
    }
  | { readonly kind: 'notTaggable' }
  /** Whether it carries tags at all is not known. */
  | { readonly kind: 'unknown'; readonly because: string }

/**
 * The tags that a resource has in the end: the provider's defaults, and its own on top, as the provider merges them.
 * `originOf` tells which block a place in the files lies in.
 */
export function effectiveTags(resource: Resource, originOf: (range: Range) => TagOriginKind): EffectiveTags {
  const taggability = evident(resource, taggabilityOf(resource.type, resource.provider.source))
  switch (taggability.kind) {
    case 'notTaggable':
      return { kind: 'notTaggable' }
    case 'unknown':
      return { kind: 'unknown', because: `it is not known whether ${resource.type} carries tags` }
    case 'taggable': {
      const { path, style, acceptsDefaults, limits } = taggability
      const keysCaseInsensitive = limits?.keysCaseInsensitive ?? false
      const written = at(resource.attributes, path) ?? formerly(resource)
      const own = written ? layer(written, style, path.join('.')) : NO_TAGS
      const defaults =
        acceptsDefaults && resource.defaultTags ? layer(resource.defaultTags, 'map', 'default_tags') : NO_TAGS
      return {
        kind: 'taggable',
        tags: merge(defaults, own, originOf),
        keysCaseInsensitive,
        target: targetOf(resource),
      }
    }
    default:
      return taggability satisfies never
  }
}

const TARGET_OF: Readonly<Record<string, Target>> = {
  aws: 'aws',
  awscc: 'aws',
  google: 'google',
  'google-beta': 'google',
  azurerm: 'azure',
  azapi: 'azure',
}

/** Whose spelling of keys and values holds for a resource. */
export function targetOf({ provider }: Resource): Target | undefined {
  const name = providerName(provider.source)
  return Object.hasOwn(TARGET_OF, name) ? TARGET_OF[name] : undefined
}

/**
 * These providers have no table. A resource of theirs that writes `tags` takes them, and nothing is known about one
 * that does not. awscc writes a list of pairs and has no defaults; azapi has a map and default_tags.
 */
function evident(resource: Resource, taggability: Taggability): Taggability {
  if (taggability.kind !== 'unknown' || !resource.attributes.entries.has('tags')) return taggability
  const found = {
    kind: 'taggable',
    path: ['tags'],
    nested: [],
    nestedDefaults: [],
    limits: undefined,
  } as const
  const provider = providerName(resource.provider.source)
  if (provider === 'awscc') return { ...found, style: 'pairs', acceptsDefaults: false }
  if (provider === 'azapi') return { ...found, style: 'map', acceptsDefaults: true }
  return taggability
}

/** What is written at a path; blocks on the way are lists of one object. Undefined where nothing is. */
function at(value: Value, path: readonly string[]): Value | undefined {
  const [step, ...rest] = path
  if (step === undefined || value.kind === 'unknown') return value
  if (isSequence(value)) {
    const [block] = value.items
    return block ? at(block, path) : value.open
  }
  if (!isMapping(value)) return undefined
  const inner = value.entries.get(step)
  return inner ? at(inner, rest) : value.open
}

/** Auto scaling groups had a `tags` list of pairs before version 5 of the provider. */
function formerly({ type, attributes }: Resource): Value | undefined {
  return type === 'aws_autoscaling_group' ? attributes.entries.get('tags') : undefined
}

/** Tags of one origin, before they are merged. */
export interface Layer {
  readonly entries: ReadonlyMap<string, Value>
  readonly open: UnknownValue | undefined
  /** Of the whole, for entries that do not know their own. */
  readonly origins: readonly Range[]
}

export const NO_TAGS: Layer = { entries: new Map(), open: undefined, origins: [] }

/** The tags that a value says, as it stands at `name`. */
export function layer(value: Value, style: 'map' | 'pairs', name: string): Layer {
  const { origins = [] } = value
  if (value.kind === 'null') return NO_TAGS
  if (value.kind === 'unknown') return { ...NO_TAGS, open: value }
  if (isMapping(value)) {
    if (style === 'map') return { entries: value.entries, open: value.open, origins }
  } else if (isSequence(value) && style === 'pairs') return pairs(value.items, value.open, origins)
  const expected = style === 'map' ? 'a map' : 'a list of keys and values'
  return { ...NO_TAGS, open: unknown(`${name} is not ${expected}`, { origins }) }
}

/** `tag { key = … value = … }`, or a list of such objects. */
function pairs(items: readonly Value[], open: UnknownValue | undefined, origins: readonly Range[]): Layer {
  const entries = new Map<string, Value>()
  let unclear = open
  for (const item of items) {
    const key = isMapping(item) ? item.entries.get('key') : item
    if (!isMapping(item) || key?.kind === 'unknown') {
      unclear ??=
        key?.kind === 'unknown' ? key : unknown('a tag is not an object of key and value', { origins })
      continue
    }
    if (key?.kind !== 'string') continue
    const value = item.entries.get('value') ?? item.open
    if (value) entries.set(key.value, { ...value, origins: value.origins ?? item.origins ?? origins })
  }
  return { entries, open: unclear, origins }
}

/** Keys are case-sensitive, the resource's own win, and a null says nothing: the default, if there is one, stays. */
export function merge(defaults: Layer, own: Layer, originOf: (range: Range) => TagOriginKind): TagSet {
  const tags = new Map<string, Tag>()
  for (const [key, value] of defaults.entries) {
    // An own map that is not known in full may hold this key with another value.
    const overwritten = own.open && !own.entries.has(key) ? unknown(own.open.because, traitsOf(value)) : value
    const tag = tagOf(key, overwritten, defaults.origins, originOf, 'default_tags')
    if (tag) tags.set(key, tag)
  }
  for (const [key, value] of own.entries) {
    const tag = tagOf(key, value, own.origins, originOf)
    if (tag) tags.set(key, tag)
  }
  return { tags, open: own.open ?? defaults.open }
}

function tagOf(
  key: string,
  written: Value,
  fallback: readonly Range[],
  originOf: (range: Range) => TagOriginKind,
  nearest?: TagOriginKind,
): Tag | undefined {
  const value = tagValue(key, written)
  if (value.kind === 'null') return undefined
  const ranges = written.origins && written.origins.length > 0 ? written.origins : fallback
  const origins = ranges.map(
    (range, index): TagOrigin => ({
      kind: index === 0 && nearest ? nearest : originOf(range),
      range,
    }),
  )
  return { key, value, origins }
}
