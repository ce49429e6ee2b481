import { block, readAll, texts } from '../../domain/reads.ts'
import { meets } from '../../pricing/kubernetes/node-match.ts'
import type { SavingsRule } from './savings-rule.ts'

export const unboundedGpuPool: SavingsRule = {
  id: 'unbounded-gpu-pool',
  severity: 'warning',
  summary: 'A provisioner that makes GPU nodes has a limit.',
  *check({ resource, cluster, prices }) {
    const pool = cluster.pools.find((pool) => pool.resource === resource)
    if (!pool || pool.nodes !== undefined || pool.machines.kind === 'unknown') return
    const machines = pool.machines.value
    if (machines.kind !== 'requirements') return
    const read = readAll(resource.attributes, { spec: block({ limits: texts }) })
    if (read.kind === 'unknown') return
    const limits = read.value.spec?.limits
    if (limits && (limits.open !== undefined || limits.entries.size > 0)) return
    const facts = { labels: new Map<string, string>(), open: pool.open }
    const admitted = prices
      .instanceTypes(pool.provider)
      .filter((spec) => meets(machines.requirements, { ...facts, spec }))
    if (admitted.length === 0 || admitted.some(({ accelerator }) => accelerator === undefined)) return
    yield {
      message: `${resource.address} makes GPU nodes without any limit: a mistake in a workload may start as many as the account allows. set spec.limits, e.g. "nvidia.com/gpu": 8`,
    }
  },
}
