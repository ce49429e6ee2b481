import type { SavingsRule } from './savings-rule.ts'

export const rayClusterKept: SavingsRule = {
  id: 'ray-cluster-kept',
  severity: 'warning',
  summary: 'A job that makes a cluster of its own takes it down when it is done.',
  *check({ resource }) {
    const kept = resource.workload?.podGroups.find(
      ({ runs }) => runs.kind === 'to-completion' && runs.staysUp,
    )
    if (!kept) return
    yield {
      message: `${resource.address} keeps its cluster when the job is done, and it is paid for until somebody deletes it. set spec.shutdownAfterJobFinishes: true`,
    }
  },
}
