import type { InstanceSpec } from '../price-book.ts'

/** What pods can have of a node: its own size less what the kubelet and the system keep. */
export interface Allocatable {
  /** Cores. */
  readonly cpu: number
  readonly memoryGiB: number
}

/**
 * EKS, GKE and AKS reserve CPU alike: 6 % of the first core, 1 % of the next, 0.5 % of two more, 0.25 % of the rest.
 * https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes#cpu_reservations
 */
const CPU_RESERVATIONS: readonly (readonly [cores: number, share: number])[] = [
  [1, 0.06],
  [1, 0.01],
  [2, 0.005],
  [Number.POSITIVE_INFINITY, 0.0025],
]

/** What Karpenter takes off an instance's memory: https://karpenter.sh/docs/reference/settings/ (vm-memory-overhead-percent) */
const MEMORY_OVERHEAD = 0.075

export function allocatable({ vcpu, memoryGiB }: Pick<InstanceSpec, 'vcpu' | 'memoryGiB'>): Allocatable {
  let reserved = 0
  let left = vcpu
  for (const [cores, share] of CPU_RESERVATIONS) {
    const taken = Math.min(left, cores)
    reserved += taken * share
    left -= taken
    if (left <= 0) break
  }
  return { cpu: vcpu - reserved, memoryGiB: memoryGiB * (1 - MEMORY_OVERHEAD) }
}
