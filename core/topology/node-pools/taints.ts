import type { Reading } from '../../domain/reads.ts'
import type { Taint } from '../node-pool.ts'

/** How the clouds' APIs write effects, and how Kubernetes does. */
const EFFECTS: ReadonlyMap<string, string> = new Map([
  ['NO_SCHEDULE', 'NoSchedule'],
  ['NO_EXECUTE', 'NoExecute'],
  ['PREFER_NO_SCHEDULE', 'PreferNoSchedule'],
])

/** Taints as blocks write them. One that is not known is left out: a pod that may not tolerate it counts as if it did. */
export function taintsOf(blocks: readonly Reading<Taint>[]): Taint[] {
  return blocks.flatMap((block) =>
    block.kind === 'known'
      ? [{ ...block.value, effect: EFFECTS.get(block.value.effect) ?? block.value.effect }]
      : [],
  )
}
