import { gpuCountAboveBound } from './gpu-count-above-bound.ts'
import { gpuLimitsFarAboveRequests } from './gpu-limits-far-above-requests.ts'
import { gpuWithoutRequest } from './gpu-without-request.ts'
import { notebookAlwaysOn } from './notebook-always-on.ts'
import { rayClusterKept } from './ray-cluster-kept.ts'
import type { SavingsRule } from './savings-rule.ts'
import { unboundedGpuPool } from './unbounded-gpu-pool.ts'

export const savingsRules: readonly SavingsRule[] = [
  gpuCountAboveBound,
  gpuLimitsFarAboveRequests,
  gpuWithoutRequest,
  notebookAlwaysOn,
  rayClusterKept,
  unboundedGpuPool,
]
