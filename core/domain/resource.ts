import type { Range } from '../source/source-file.ts'
import type { MappingValue, UnknownValue, Value } from './value.ts'
import type { Workload } from './workload.ts'

/**
 * One instance of a resource as it would be created. From Terraform, a plan or a manifest alike. Its identity is
 * `project` + `address`.
 */
export interface Resource {
  /** The root module's folder, with workspace and var files where several share it. */
  readonly project: string
  /** Terraform's address, e.g. `module.train["a"].aws_instance.gpu[0]`; `[*]` where the instances are not known. */
  readonly address: string
  readonly type: string
  readonly name: string
  readonly provider: ResourceProvider
  /** A string, or unknown with the reason. */
  readonly region: Value
  /** Evaluated arguments and nested blocks (each block type a list of objects). */
  readonly attributes: MappingValue
  /** The provider's `default_tags` (or `default_labels`) as they apply here; undefined where there are none. */
  readonly defaultTags: Value | undefined
  /** The block's type and labels: where findings about the whole resource point. */
  readonly range: Range
  /** The module blocks this resource was reached through, outermost first. */
  readonly moduleCalls: readonly ModuleCall[]
  /** Set where `count` or `for_each` is not known, so that this one instance stands for an unknown number. */
  readonly multiplicity: UnknownValue | undefined
  /** What a Kubernetes object asks of its cluster, where it asks for pods. */
  readonly workload?: Workload
}

/** The provider of Kubernetes objects, from whatever they are read. */
export const MANIFEST_PROVIDER = 'kubernetes'

/** Whether a resource is a Kubernetes object. */
export function isManifest({ provider }: Pick<Resource, 'provider'>): boolean {
  return provider.source === MANIFEST_PROVIDER
}

export interface ResourceProvider {
  /** e.g. `hashicorp/aws` */
  readonly source: string
  /** e.g. `aws` or `aws.us_west` */
  readonly name: string
}

export interface ModuleCall {
  /** e.g. `module.network` */
  readonly address: string
  readonly range: Range
}

/**
 * A module that a configuration uses and that is not there to be read. Nothing is guessed about what it creates; of a
 * well-known one, what its inputs say stands among the resources.
 */
export interface NotLoadedModule {
  readonly project: string
  readonly address: string
  readonly source: string
  readonly version: string | undefined
  readonly because: string
  /** What the call gives it: a change of these is a change of what it creates. */
  readonly inputs: MappingValue
  /** Whether resources made of its inputs stand in for it. */
  readonly hasStandIn?: boolean
  readonly range: Range
}
