import { gpusOf } from './gpus-of.ts'
import type { SavingsRule } from './savings-rule.ts'

export const notebookAlwaysOn: SavingsRule = {
  id: 'notebook-always-on',
  severity: 'warning',
  summary: 'A notebook with a GPU is stopped when nobody works in it.',
  *check({ resource }) {
    if (resource.type !== 'kubeflow.org/Notebook') return
    const gpus = (resource.workload?.podGroups ?? []).reduce(
      (sum, group) =>
        group.count.now.kind === 'known' && group.count.now.value === 0 ? sum : sum + gpusOf(group),
      0,
    )
    if (gpus === 0) return
    yield {
      message: `${resource.address} holds ${gpus} ${gpus === 1 ? 'GPU' : 'GPUs'} day and night. let the notebook controller cull idle ones, or stop it with the annotation kubeflow-resource-stopped`,
    }
  },
}
