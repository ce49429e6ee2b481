import { blocks, maybe, type Read, string } from '../domain/reads.ts'
import type { PodGroup, Runs } from '../domain/workload.ts'
import { countOf, fixedCount } from './pods/pod-count.ts'
import { type KindContext, podGroup, unknownGroup } from './pods/pod-group.ts'
import { podTemplate } from './pods/pod-template.ts'
import { untilDone } from './runs.ts'

/** What is read of a Volcano Job's spec, wherever it stands. */
export const VOLCANO_READS = {
  tasks: blocks({ name: maybe(string('')), replicas: countOf(1), template: podTemplate }),
}

export type VolcanoSpec = Read<typeof VOLCANO_READS>

/** The pods of each task; `minAvailable` only says how many have to start together. */
export function* volcanoPods(
  { tasks }: VolcanoSpec,
  context: KindContext,
  more: Partial<Extract<Runs, { kind: 'to-completion' }>> = {},
): Generator<PodGroup> {
  for (const task of tasks) {
    if (task.kind === 'unknown') {
      yield unknownGroup(task.because, context.manifest, 'task')
      continue
    }
    const { name, replicas, template } = task.value
    const role = name.kind === 'known' ? name.value : 'task'
    yield podGroup({ role, template, count: fixedCount(replicas), runs: untilDone(replicas, more) }, context)
  }
}
