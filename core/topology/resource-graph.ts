import type { Resource } from '../domain/resource.ts'

/** What one resource is to another; which types have which edges is declared in `edges.ts`. */
export type EdgeKind =
  /** Its size and shape are written there: endpoint → endpoint configuration. */
  | 'configuredBy'
  /** Instances are started from that template: ASG, node group, instance → launch template. */
  | 'launches'
  /** A volume → the instance it is attached to. */
  | 'attachedTo'
  /** A node group or workload → the cluster it belongs to. */
  | 'runsOn'
  /** What moves a resource's size → that resource: an Application Auto Scaling target → its endpoint, table or service. */
  | 'scales'
  /** A resource → another that says which tags what it makes gets: Karpenter's pool → its node class. */
  | 'taggedBy'
  /** A resource that exists to tag another → that one. */
  | 'tags'
  /** A resource → the larger one it is a part of, and is where that is: database → server. */
  | 'partOf'
  /** A resource → the group it is made in. */
  | 'within'

/** Where an edge leads: to resources of this review, to none, or somewhere we cannot see. */
export type Linked =
  | { readonly kind: 'linked'; readonly resources: readonly Resource[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly because: string }

/** Resources as nodes, with typed edges that follow references, not values. */
export interface ResourceGraph {
  readonly resources: readonly Resource[]
  find(project: string, address: string): Resource | undefined
  /** What the resource points at along edges of this kind. */
  targets(resource: Resource, edge: EdgeKind): Linked
  /** Which resources point at this one along edges of this kind. */
  sources(resource: Resource, edge: EdgeKind): readonly Resource[]
}
