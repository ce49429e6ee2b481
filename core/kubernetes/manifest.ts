import type { MappingValue } from '../domain/value.ts'
import type { Range } from '../source/source-file.ts'

/**
 * One Kubernetes object as it is written or generated: from a file, a kustomization, a rendered chart, or an argument
 * of a Terraform resource. Every value in it remembers where it is written (`origins`); what cannot be known is unknown.
 */
export interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  /** Empty where it is not written. */
  readonly name: string
  readonly namespace: string | undefined
  readonly value: MappingValue
  /** Where findings about the whole object point: its `kind` and `metadata.name`, or what stands for them. */
  readonly range: Range
}

/** Objects that are applied together: a kustomization, a chart, a folder of plain manifests. */
export interface ManifestSet {
  /** What tells it from the others: the folder, e.g. `k8s/overlays/prod`. */
  readonly id: string
  /** Where it is, if that is not what it is called by. */
  readonly folder?: string
  readonly kind: 'folder' | 'kustomization' | 'chart' | 'terraform'
  readonly manifests: readonly Manifest[]
}
