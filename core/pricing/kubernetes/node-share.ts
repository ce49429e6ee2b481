import type { InstanceSpec } from '../price-book.ts'

/** What one pod asks of a node. */
export interface NodeDemand {
  /** Cores. */
  readonly cpu: number
  readonly memoryGiB: number
  /** Whole devices, or fractions of them. */
  readonly accelerators: number
}

/**
 * The relative prices of a core, a GiB and a GPU, from OpenCost's default.json (Google Cloud, us-central1, an hour).
 * Only their ratio counts where a node's price is known: https://opencost.io/docs/specification
 */
export const BASE_RATES = { cpu: 0.031611, memoryGiB: 0.004237, accelerator: 0.95 } as const

/** A pod's part of a node. */
export interface NodeShare {
  /** What its requests are of the node's price, as OpenCost splits that into CPU, memory and GPUs. */
  readonly requested: number
  /** What it leaves of no use to others beside its GPUs: a node is gone when its GPUs are. */
  readonly stranded: number
}

/** What a pod takes of a node: 0 to 1, where it fits. */
export function nodeShare(spec: InstanceSpec, { cpu, memoryGiB, accelerators }: NodeDemand): NodeShare {
  const gpus = spec.accelerator?.count ?? 0
  const base =
    spec.vcpu * BASE_RATES.cpu + spec.memoryGiB * BASE_RATES.memoryGiB + gpus * BASE_RATES.accelerator
  const asked =
    cpu * BASE_RATES.cpu + memoryGiB * BASE_RATES.memoryGiB + accelerators * BASE_RATES.accelerator
  const requested = base === 0 ? 0 : asked / base
  const held = gpus === 0 ? 0 : accelerators / gpus
  return { requested, stranded: Math.max(0, held - requested) }
}
