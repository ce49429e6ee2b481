import type { NodeDemand } from './node-share.ts'

/** Like pods that are to be packed onto like nodes. */
export interface PodBatch extends NodeDemand {
  readonly count: number
}

/** Nodes that are filled pod by pod; beyond them only the sums are looked at, and no figure is worse than too low. */
const MAX_NODES = 2_000
const MAX_PODS = 20_000

/**
 * How many nodes of one kind the pods need: the largest first, each onto the first node that has room. As a scheduler
 * does, and never fewer than their sums need.
 */
export function nodesNeeded(batches: readonly PodBatch[], node: NodeDemand, onEveryNode: NodeDemand): number {
  const room: NodeDemand = {
    cpu: node.cpu - onEveryNode.cpu,
    memoryGiB: node.memoryGiB - onEveryNode.memoryGiB,
    accelerators: node.accelerators - onEveryNode.accelerators,
  }
  const bySums = Math.ceil(
    round(Math.max(...DIMENSIONS.map((dimension) => ratio(sumOf(batches, dimension), room[dimension])))),
  )
  const pods = batches.reduce((sum, { count }) => sum + count, 0)
  if (bySums > MAX_NODES || pods > MAX_PODS) return bySums
  const largestFirst = [...batches].sort((a, b) => dominant(b, room) - dominant(a, room))
  const free: { cpu: number; memoryGiB: number; accelerators: number }[] = []
  for (const batch of largestFirst)
    for (let left = Math.ceil(batch.count); left > 0; left--) {
      let target = free.find((node) =>
        DIMENSIONS.every((dimension) => batch[dimension] <= node[dimension] + EPSILON),
      )
      if (!target) {
        if (free.length >= MAX_NODES) return bySums
        target = { ...room }
        free.push(target)
      }
      for (const dimension of DIMENSIONS) target[dimension] -= batch[dimension]
    }
  return free.length
}

export const DIMENSIONS = ['cpu', 'memoryGiB', 'accelerators'] as const

/** Thirds of a GPU add up to one. */
const EPSILON = 1e-9
const round = (value: number) => Number(value.toFixed(9))

function sumOf(batches: readonly PodBatch[], dimension: keyof NodeDemand): number {
  return batches.reduce((sum, batch) => sum + batch.count * batch[dimension], 0)
}

function dominant(batch: PodBatch, room: NodeDemand): number {
  return Math.max(...DIMENSIONS.map((dimension) => ratio(batch[dimension], room[dimension])))
}

function ratio(asked: number, room: number): number {
  return asked === 0 ? 0 : room <= 0 ? Number.POSITIVE_INFINITY : asked / room
}
