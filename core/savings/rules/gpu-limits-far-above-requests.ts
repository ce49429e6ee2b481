import { gpusOf, ofRole } from './gpus-of.ts'
import type { SavingsRule } from './savings-rule.ts'

/** Beyond this the node that it needs is another than the one its requests say. */
const FACTOR = 2

export const gpuLimitsFarAboveRequests: SavingsRule = {
  id: 'gpu-limits-far-above-requests',
  severity: 'off',
  summary: 'What a GPU workload may use is near what it requests.',
  *check({ resource }) {
    for (const group of resource.workload?.podGroups ?? []) {
      if (gpusOf(group) === 0 || group.request.kind === 'unknown') continue
      const { cpu, memoryGiB, limits } = group.request.value
      const far = [
        { name: 'CPU', unit: '', request: cpu, limit: limits.cpu },
        { name: 'memory', unit: ' GiB', request: memoryGiB, limit: limits.memoryGiB },
      ].find(({ request, limit }) => request !== undefined && limit !== undefined && limit > FACTOR * request)
      if (!far) continue
      const { name, unit, request, limit } = far
      yield {
        message: `${resource.address}${ofRole(group)} requests ${request}${unit} of ${name} and may use ${limit}${unit}: the estimate counts the request, and its node may be too small for the rest. request what it needs`,
        range: group.range,
      }
    }
  },
}
