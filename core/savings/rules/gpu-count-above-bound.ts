import { gpusOf } from './gpus-of.ts'
import type { SavingsRule } from './savings-rule.ts'

export const gpuCountAboveBound: SavingsRule = {
  id: 'gpu-count-above-bound',
  severity: 'warning',
  summary: 'A workload may hold no more GPUs than `checks.max-gpus` allows.',
  *check({ resource, maxGpus }) {
    if (maxGpus === undefined) return
    let total = 0
    for (const group of resource.workload?.podGroups ?? []) {
      const gpus = gpusOf(group)
      if (gpus === 0) continue
      const { high, now } = group.count
      if (high.kind === 'unlimited') {
        yield {
          message: `${resource.address} may hold any number of GPUs: ${high.because}. at most ${maxGpus} are allowed (checks.max-gpus)`,
          range: group.range,
        }
        return
      }
      const pods = high.kind === 'known' ? high.value : now.kind === 'known' ? now.value : 0
      total += gpus * pods
    }
    if (total > maxGpus)
      yield {
        message: `${resource.address} may hold ${total} GPUs. at most ${maxGpus} are allowed (checks.max-gpus)`,
      }
  },
}
