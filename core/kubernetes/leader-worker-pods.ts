import { block, known, type Read, type Reading } from '../domain/reads.ts'
import type { PodCount, PodGroup } from '../domain/workload.ts'
import { countOf, scaledCount } from './pods/pod-count.ts'
import { type KindContext, podGroup } from './pods/pod-group.ts'
import { podTemplate } from './pods/pod-template.ts'

/** What is read of a LeaderWorkerSet's spec, wherever it stands. */
export const LEADER_WORKER_READS = {
  replicas: countOf(1),
  leaderWorkerTemplate: block({
    size: countOf(1),
    leaderTemplate: podTemplate,
    workerTemplate: podTemplate,
  }),
}

export type LeaderWorkerSpec = Read<typeof LEADER_WORKER_READS>

/** Each replica is a group of `size` pods: a leader, and workers of which it is one where it has no template. */
export function* leaderWorkerPods(
  { leaderWorkerTemplate }: LeaderWorkerSpec,
  groups: PodCount,
  context: KindContext,
  role = '',
): Generator<PodGroup> {
  const { size, leaderTemplate, workerTemplate } = leaderWorkerTemplate ?? {
    size: known(1),
    leaderTemplate: undefined,
    workerTemplate: undefined,
  }
  const named = (part: string) => (role === '' ? part : `${role} ${part}`)
  if (!leaderTemplate) {
    yield podGroup({ role, template: workerTemplate, count: scaledCount(groups, size) }, context)
    return
  }
  yield podGroup({ role: named('leader'), template: leaderTemplate, count: groups }, context)
  const workers: Reading<number> = size.kind === 'known' ? known(Math.max(0, size.value - 1)) : size
  if (workers.kind === 'unknown' || workers.value > 0)
    yield podGroup(
      { role: named('worker'), template: workerTemplate, count: scaledCount(groups, workers) },
      context,
    )
}
