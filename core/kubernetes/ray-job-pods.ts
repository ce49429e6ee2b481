import { block, bool, isSet, known, maybe, type Read } from '../domain/reads.ts'
import type { PodGroup, Runs } from '../domain/workload.ts'
import { countOf, fixedCount } from './pods/pod-count.ts'
import { type KindContext, podGroup } from './pods/pod-group.ts'
import { podTemplate } from './pods/pod-template.ts'
import { RAY_CLUSTER_READS, rayPods } from './ray-pods.ts'
import { secondsOf, suspendedBy, untilDone } from './runs.ts'

/** What is read of a RayJob's spec, wherever it stands. */
export const RAY_JOB_READS = {
  rayClusterSpec: block(RAY_CLUSTER_READS),
  clusterSelector: isSet,
  submitterPodTemplate: podTemplate,
  shutdownAfterJobFinishes: maybe(bool(false)),
  activeDeadlineSeconds: countOf(undefined),
  suspend: maybe(bool(false)),
}

export type RayJobSpec = Read<typeof RAY_JOB_READS>
type UntilDone = Extract<Runs, { kind: 'to-completion' }>

/** A cluster for one job, and what submits the job to it. */
export function* rayJobPods(
  spec: RayJobSpec,
  context: KindContext,
  more: Partial<UntilDone> = {},
): Generator<PodGroup | string> {
  const staysUp = keepsCluster(spec)
  const rest = {
    atMostSeconds: secondsOf(spec.activeDeadlineSeconds),
    suspended: suspendedBy('spec.suspend', spec.suspend),
    ...more,
  }
  if (spec.rayClusterSpec)
    yield* rayPods(spec.rayClusterSpec, context, (pods) => untilDone(pods, { staysUp, ...rest }))
  else if (spec.clusterSelector) yield 'it runs on the RayCluster that `clusterSelector` names'
  if (spec.submitterPodTemplate) {
    const one = known(1)
    yield podGroup(
      {
        role: 'submitter',
        template: spec.submitterPodTemplate,
        count: fixedCount(one),
        runs: untilDone(one, rest),
      },
      context,
    )
  }
}

function keepsCluster({ shutdownAfterJobFinishes }: RayJobSpec): string | undefined {
  return shutdownAfterJobFinishes.kind === 'known' && !shutdownAfterJobFinishes.value
    ? '`shutdownAfterJobFinishes` is not set, so the cluster stays up when the job is done'
    : undefined
}
