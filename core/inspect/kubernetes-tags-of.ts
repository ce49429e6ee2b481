import type { ClusterConfig } from '../config/clusters.ts'
import type { Resource } from '../domain/resource.ts'
import { isMapping, isSequence, type Value } from '../domain/value.ts'
import type { KubernetesPlan } from '../pricing/kubernetes/plan.ts'
import type { EffectiveTags } from '../tags/effective-tags.ts'
import { kubernetesTags } from '../tags/kubernetes-tags.ts'
import type { TagSource } from '../topology/bill-lines/bill-line.ts'

/** Whose tags say whose money an object's is. */
export interface ObjectTags {
  readonly tags: EffectiveTags
  /** Of the node, in a cluster whose bill shows nothing else; undefined: the object's own tags are. */
  readonly nodeTags: readonly TagSource[] | undefined
}

/** The tags of a Kubernetes object, as its cluster's bill sees them. */
export function kubernetesTagsOf(
  resource: Resource,
  plan: KubernetesPlan,
  clusters: readonly ClusterConfig[],
): ObjectTags {
  const name = plan.clusterOf(resource)?.name
  const cluster = clusters.find((declared) => declared.name === name)
  if (cluster?.allocation === 'node-tags' && resource.workload) {
    const [first] = plan.placementsOf(resource)
    const nodeTags = first?.kind === 'machine' ? first.nodeTags : undefined
    return { tags: { kind: 'notTaggable' }, nodeTags }
  }
  const inherited = cluster?.namespaces.get(namespaceOf(resource))
  return {
    tags: kubernetesTags(resource, inherited && { tags: inherited, range: cluster!.range }),
    nodeTags: undefined,
  }
}

export function namespaceOf({ attributes }: Resource): string {
  const metadata = firstOf(attributes.entries.get('metadata'))
  const namespace = metadata && isMapping(metadata) ? metadata.entries.get('namespace') : undefined
  return namespace?.kind === 'string' ? namespace.value : 'default'
}

function firstOf(value: Value | undefined): Value | undefined {
  return value && isSequence(value) ? value.items[0] : value
}
