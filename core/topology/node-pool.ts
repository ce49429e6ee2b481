import type { Reading } from '../domain/reads.ts'
import type { Resource } from '../domain/resource.ts'
import type { Value } from '../domain/value.ts'
import type { NodeRequirement } from '../domain/workload.ts'
import type { TagSource } from './bill-lines/bill-line.ts'
import type { ResourceGraph } from './resource-graph.ts'

/** Nodes of one kind in a Kubernetes cluster: from Terraform, a fixed number of them; from Karpenter, as many as asked. */
export interface NodePool {
  readonly resource: Resource
  /** Where the tags of its nodes are from; undefined where that cannot be seen. */
  readonly nodeTags: readonly TagSource[] | undefined
  /** Whose machines they are. */
  readonly provider: CloudProvider
  /** A string, or unknown with the reason. */
  readonly region: Value
  readonly machines: Reading<Machines>
  readonly capacityType: CapacityType
  /** What its nodes are labelled with, as far as it can be known; `open` says why there may be more. */
  readonly labels: ReadonlyMap<string, string>
  readonly open: string | undefined
  /** Labels that they have with values that nobody knows yet, such as a generated name. */
  readonly unknownLabels?: readonly string[]
  readonly taints: readonly Taint[]
  /** Undefined for pools that make nodes when pods ask for them: they have a limit, and no number. */
  readonly nodes: PoolSize | undefined
}

export type CloudProvider = 'aws' | 'google' | 'azurerm'

/** `either`: on demand and spot, as the provisioner finds it. */
export type CapacityType = 'on-demand' | 'spot' | 'either'

export type Machines =
  /** Its types by name; where several, the first is used for all nodes. */
  | {
      readonly kind: 'types'
      readonly instanceTypes: readonly [string, ...string[]]
      readonly attached?: Attached
    }
  /** Whatever meets these. */
  | { readonly kind: 'requirements'; readonly requirements: readonly NodeRequirement[] }

/** GPUs added to a machine type that has none of its own (Google's N1). */
export interface Attached {
  /** As Google writes it: `nvidia-tesla-t4`. */
  readonly accelerator: string
  readonly count: number
}

export interface PoolSize {
  readonly desired: Reading<number>
  readonly min: number | undefined
  readonly max: number | undefined
}

export interface Taint {
  readonly key: string
  readonly value: string
  /** As Kubernetes writes it: `NoSchedule`, `NoExecute`, `PreferNoSchedule`. */
  readonly effect: string
}

/** Reads the pools of one resource type. */
export interface NodePoolReader {
  readonly type: string
  /** Undefined where it cannot be read as one. */
  read(resource: Resource, graph: ResourceGraph): NodePool | undefined
}
