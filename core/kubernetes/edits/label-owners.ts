import type { Resource } from '../../domain/resource.ts'
import type { PodGroup } from '../../domain/workload.ts'
import type { Range } from '../../source/source-file.ts'

/** A mapping of a manifest that says which labels pods get. */
export interface LabelOwner {
  readonly group: PodGroup
  readonly range: Range
  /** From there to the labels. */
  readonly path: readonly string[]
}

/** Kinds that write their pods in another way than by pod templates: from what stands for one to its labels. */
const PATHS: ReadonlyMap<string, readonly string[]> = new Map([
  ['argoproj.io/CronWorkflow', ['metadata', 'labels']],
  ['argoproj.io/Workflow', ['metadata', 'labels']],
  ['argoproj.io/WorkflowTemplate', ['metadata', 'labels']],
  ['sparkoperator.k8s.io/ScheduledSparkApplication', ['labels']],
  ['sparkoperator.k8s.io/SparkApplication', ['labels']],
])

/** Where the labels of an object's pods are written; groups of which that is not known are left out. */
export function labelOwners({ type, workload }: Pick<Resource, 'type' | 'workload'>): readonly LabelOwner[] {
  return (workload?.podGroups ?? []).flatMap((group): LabelOwner[] => {
    if (group.labelled) return [{ group, range: group.labelled, path: ['metadata', 'labels'] }]
    const path = PATHS.get(type)
    return path ? [{ group, range: group.range, path }] : []
  })
}
