import type { PodGroup } from '../../domain/workload.ts'

/** Whole accelerators that one pod of a group asks for, of whatever make; 0 where its requests are not known. */
export function gpusOf({ request }: PodGroup): number {
  if (request.kind === 'unknown') return 0
  return request.value.accelerators
    .filter(({ resource }) => /gpu|neuron|tpu|gaudi|mig-/.test(resource))
    .reduce((sum, { count }) => sum + count, 0)
}

/** ` (worker)` for one of several groups. */
export function ofRole({ role }: PodGroup): string {
  return role === '' ? '' : ` (${role})`
}
