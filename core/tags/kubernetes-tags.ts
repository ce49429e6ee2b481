import type { Target } from '../config/spelling.ts'
import type { Resource } from '../domain/resource.ts'
import type { Tag, TagOrigin, TagSet } from '../domain/tag.ts'
import {
  isMapping,
  isSequence,
  type MappingValue,
  NULL,
  type UnknownValue,
  unknown,
  type Value,
} from '../domain/value.ts'
import type { PodGroup } from '../domain/workload.ts'
import type { Range } from '../source/source-file.ts'
import type { EffectiveTags } from './effective-tags.ts'
import { tagValue } from './tag-value.ts'

/** Tags that a namespace gives to what runs in it, as `clusters.*.namespaces` says. */
export interface NamespaceTags {
  readonly tags: ReadonlyMap<string, string>
  /** Where they are written. */
  readonly range: Range
}

/** Objects without pods that the bill has lines for. */
const WITH_OWN_COST = new Set([
  'PersistentVolumeClaim',
  'Service',
  'networking.k8s.io/Ingress',
  'gateway.networking.k8s.io/Gateway',
])

/** Objects that say which tags the cloud puts on the machines made for them, under `spec.tags`. */
const CLOUD_TAGS: ReadonlyMap<string, Target> = new Map([
  ['karpenter.k8s.aws/EC2NodeClass', 'aws'],
  ['eks.amazonaws.com/NodeClass', 'aws'],
  ['karpenter.azure.com/AKSNodeClass', 'azure'],
])

/**
 * The tags of a Kubernetes object: the labels of its pods, and their annotations where a label cannot hold the key or
 * the value, for these are what cost tools read. What has no pods has its own labels.
 */
export function kubernetesTags(resource: Resource, namespace: NamespaceTags | undefined): EffectiveTags {
  const nodes = CLOUD_TAGS.get(resource.type)
  if (nodes) return cloudTags(resource, nodes)
  if (!resource.workload && !WITH_OWN_COST.has(resource.type)) return { kind: 'notTaggable' }
  const groups = resource.workload?.podGroups ?? []
  const own = metadataOf(resource)
  const sets = groups.length > 0 ? groups.map(tagsOfPods) : [together(own.labels, own.annotations)]
  const { tags, onlySome } = common(sets, groups)
  if (namespace)
    for (const [key, value] of namespace.tags)
      if (!tags.has(key) && !onlySome.has(key))
        tags.set(key, {
          key,
          value: { kind: 'string', value, origins: [namespace.range] },
          origins: [{ kind: 'namespace', range: namespace.range }],
        })
  const elsewhere = new Map(onlySome)
  if (groups.length > 0)
    for (const key of together(own.labels, own.annotations).tags.keys())
      if (!tags.has(key) && !elsewhere.has(key))
        elsewhere.set(key, `${resource.address} itself has it, and its pods do not get it`)
  return {
    kind: 'taggable',
    tags: { tags, open: sets.find(({ open }) => open)?.open },
    keysCaseInsensitive: false,
    target: 'kubernetes',
    elsewhere,
  }
}

function cloudTags({ attributes }: Resource, target: Target): EffectiveTags {
  const spec = first(attributes.entries.get('spec') ?? NULL)
  const written = isMapping(spec) ? (spec.entries.get('tags') ?? spec.open ?? NULL) : spec
  const own: MappingValue = isMapping(written)
    ? written
    : written.kind === 'unknown'
      ? { ...EMPTY, open: written }
      : EMPTY
  return {
    kind: 'taggable',
    tags: together(own, EMPTY),
    keysCaseInsensitive: target === 'azure',
    target,
  }
}

function tagsOfPods({ labels, annotations }: PodGroup): TagSet {
  return together(labels, annotations)
}

/** Labels win: they are what is filtered by. */
function together(labels: MappingValue, annotations: MappingValue): TagSet {
  const tags = new Map<string, Tag>()
  for (const [key, value] of [...annotations.entries, ...labels.entries]) {
    const text = tagValue(key, value)
    if (text.kind === 'null') continue
    const origins = (value.origins ?? []).map((range): TagOrigin => ({ kind: 'resource', range }))
    const isLabel = labels.entries.has(key)
    tags.set(key, { key, value: text, origins, ...(!isLabel && { isAnnotation: true }) })
  }
  return { tags, open: labels.open ?? annotations.open }
}

/** The tags that all pods have; and which only some of them have, with the others named. */
function common(sets: readonly TagSet[], groups: readonly PodGroup[]) {
  const tags = new Map<string, Tag>()
  const onlySome = new Map<string, string>()
  for (const key of new Set(sets.flatMap(({ tags }) => [...tags.keys()]))) {
    const found = sets.flatMap((set) => set.tags.get(key) ?? [])
    const without = groups.filter((_, index) => !sets[index]!.tags.has(key) && !sets[index]!.open)
    if (without.length > 0) {
      const names = without.map(({ role }) => role || 'pods').join(', ')
      onlySome.set(key, `its ${names} ${without.length === 1 && without[0]!.role ? 'lacks' : 'lack'} it`)
    } else tags.set(key, agreed(key, found, found.length < sets.length ? firstOpen(sets) : undefined))
  }
  return { tags, onlySome }
}

function firstOpen(sets: readonly TagSet[]): UnknownValue | undefined {
  return sets.find(({ open }) => open)?.open
}

/** Pods of one workload that say different things have no one owner. */
function agreed(key: string, found: readonly Tag[], open: UnknownValue | undefined): Tag {
  const [first] = found
  const texts = new Set(found.map(({ value }) => (value.kind === 'string' ? value.value : undefined)))
  if (open) return { ...first!, value: unknown(open.because) }
  if (texts.size === 1) return first!
  const values = [...texts]
    .map((text) => (text === undefined ? 'an unknown value' : `"${text}"`))
    .join(' and ')
  return { ...first!, value: unknown(`its pods have ${values} for "${key}"`) }
}

const EMPTY: MappingValue = { kind: 'object', entries: new Map() }

function metadataOf({ attributes }: Resource): { labels: MappingValue; annotations: MappingValue } {
  const metadata = first(attributes.entries.get('metadata') ?? NULL)
  const part = (name: string): MappingValue => {
    const value = isMapping(metadata) ? (metadata.entries.get(name) ?? metadata.open ?? NULL) : metadata
    if (isMapping(value)) return value
    return value.kind === 'unknown' ? { ...EMPTY, open: value } : EMPTY
  }
  return { labels: part('labels'), annotations: part('annotations') }
}

function first(value: Value): Value {
  return isSequence(value) ? (value.items[0] ?? value.open ?? NULL) : value
}
