import { gpusOf, ofRole } from './gpus-of.ts'
import type { SavingsRule } from './savings-rule.ts'

export const gpuWithoutRequest: SavingsRule = {
  id: 'gpu-without-request',
  severity: 'warning',
  summary: 'A GPU workload says how much CPU and memory it needs.',
  *check({ resource }) {
    for (const group of resource.workload?.podGroups ?? []) {
      if (gpusOf(group) === 0 || group.request.kind === 'unknown') continue
      const { cpu, memoryGiB } = group.request.value
      const lacks = [...(cpu === undefined ? ['CPU'] : []), ...(memoryGiB === undefined ? ['memory'] : [])]
      if (lacks.length === 0) continue
      yield {
        message: `${resource.address}${ofRole(group)} asks for GPUs and requests no ${lacks.join(' and no ')}: it may land on a node where others starve it, and its cost is shared by guess. add resources.requests`,
        range: group.range,
      }
    }
  },
}
