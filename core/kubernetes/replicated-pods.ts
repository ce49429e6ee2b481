import { maybe } from '../domain/reads.ts'
import { replicasWith } from './joins/scale-targets.ts'
import { volumeClaims } from './pods/claims.ts'
import { countOf } from './pods/pod-count.ts'
import { podGroup } from './pods/pod-group.ts'
import { podTemplate } from './pods/pod-template.ts'
import { type WorkloadKind, workloadKind } from './workload-kind.ts'

/** A kind that keeps `spec.replicas` pods of `spec.template`, or as many as an autoscaler says. */
export function replicatedPods(type: string, versions: readonly string[]): WorkloadKind {
  return workloadKind(
    {
      type,
      versions,
      pods: '`spec.template`',
      count: '`spec.replicas` (1), moved by a HorizontalPodAutoscaler or ScaledObject',
      reads: { replicas: countOf(1), template: podTemplate, volumeClaimTemplates: maybe(volumeClaims) },
    },
    function* ({ replicas, template, volumeClaimTemplates }, context) {
      const count = replicasWith(context.surroundings.scaler(context.manifest), replicas)
      if (volumeClaimTemplates.kind === 'unknown') yield volumeClaimTemplates.because
      const claims = volumeClaimTemplates.kind === 'known' ? volumeClaimTemplates.value : []
      yield podGroup({ template, count, claims }, context)
    },
  )
}
