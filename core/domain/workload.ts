import type { Range } from '../source/source-file.ts'
import type { Reading } from './reads.ts'
import type { MappingValue } from './value.ts'

/**
 * What a Kubernetes object asks of its cluster: groups of like pods, and the volumes made for them. Every kind, from
 * Deployment to RayCluster, comes down to this.
 */
export interface Workload {
  readonly podGroups: readonly PodGroup[]
  /** What reading it stood on, e.g. `runtime kserve-huggingfaceserver is not in the repository`. */
  readonly assumptions: readonly string[]
}

/** Pods of one template. */
export interface PodGroup {
  /** Its part in the workload: `head`, `worker gpu`, `predictor`; empty where the workload has only one. */
  readonly role: string
  /** The pod template, or what stands for it: where its labels, requests and selectors are written. */
  readonly range: Range
  /** The mapping whose `metadata.labels` its pods get; undefined where labels are written in another way. */
  readonly labelled?: Range | undefined
  readonly count: PodCount
  readonly runs: Runs
  /** What one pod asks for, by Kubernetes' rules; limits stand in for requests that are not written. */
  readonly request: Reading<PodRequest>
  readonly selection: NodeSelection
  /** The labels and annotations that its pods have in the end; open where more may come. */
  readonly labels: MappingValue
  readonly annotations: MappingValue
  /** `volumeClaimTemplates`: one of each for every pod. */
  readonly claims: readonly VolumeClaim[]
}

/** How many pods run: at least, on arrival, and at most. `now` is what is priced. */
export interface PodCount {
  readonly low: Reading<number>
  readonly now: Reading<number>
  readonly high: Reading<number> | Unlimited
  /** Who decides it where it is not the manifest alone, e.g. `HorizontalPodAutoscaler fraud/scorer`. */
  readonly scaledBy: string | undefined
}

/** No bound is written: never priced. */
export interface Unlimited {
  readonly kind: 'unlimited'
  readonly because: string
}

/** How long they run. */
export type Runs =
  | { readonly kind: 'always' }
  /** On every matching node: their number is the cluster's. `count` is then 1 a node. */
  | { readonly kind: 'per-node' }
  /** Until done. `podsPerRun` in all, `count` of them at once. */
  | {
      readonly kind: 'to-completion'
      readonly podsPerRun: Reading<number>
      /** From its schedule; undefined where nothing repeats it. */
      readonly runsPerMonth: Reading<number> | undefined
      /** `activeDeadlineSeconds`: an upper limit, not a duration. */
      readonly atMostSeconds: number | undefined
      /** Set where it is switched off, so that it costs nothing now: `spec.suspend is true`. */
      readonly suspended: string | undefined
      /** It stays up when it is done, e.g. a RayJob without `shutdownAfterJobFinishes`. */
      readonly staysUp: string | undefined
    }

/** What one pod asks for. A resource that nobody asks for is undefined: "no request", not zero. */
export interface PodRequest {
  /** Cores. */
  readonly cpu: number | undefined
  readonly memoryGiB: number | undefined
  readonly accelerators: readonly AcceleratorRequest[]
  /** The limits, where they are written: what it may use beyond. */
  readonly limits: { readonly cpu: number | undefined; readonly memoryGiB: number | undefined }
  /** The request is partly guessed, because e.g. a container has none: said, never silent. */
  readonly notes: readonly string[]
}

export interface AcceleratorRequest {
  /** The resource name: `nvidia.com/gpu`, `nvidia.com/mig-1g.5gb`, `google.com/tpu`, `aws.amazon.com/neuron`. */
  readonly resource: string
  readonly count: number
}

/** Which nodes it may run on: all must hold. As Karpenter and node affinity write it; a nodeSelector is `In` one value. */
export interface NodeSelection {
  readonly requirements: readonly NodeRequirement[]
  readonly tolerations: readonly Toleration[]
  /** What is unknown about it: the selection may be narrower. */
  readonly open: string | undefined
}

export interface NodeRequirement {
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt'
  readonly values: readonly string[]
}

export interface Toleration {
  /** Undefined: all taints. */
  readonly key: string | undefined
  readonly operator: 'Exists' | 'Equal'
  readonly value: string | undefined
  readonly effect: string | undefined
}

export interface VolumeClaim {
  readonly name: string
  readonly range: Range
  readonly storageGiB: Reading<number>
  /** Undefined: the cluster's default class. */
  readonly storageClass: Reading<string | undefined>
}
