import { type Charge, costOfCharge, type Estimate } from '../domain/estimate.ts'
import { add, sum, toDollars, type Usd, ZERO } from '../domain/money.ts'
import type { InspectedResource } from '../review/inspection.ts'
import type { InspectedProject } from './inspect-project.ts'

/**
 * A node pool's workloads carry their part of its cost, with their own owners; what is left stays with the pool: idle
 * nodes, disks, and what its pods do not request. Nothing is counted twice, and nothing is lost.
 */
export function shareOutPools(
  projects: readonly InspectedProject[],
  date: string,
): readonly InspectedProject[] {
  const taken = new Map<string, Taken>()
  for (const { resources } of projects)
    for (const { resource, estimate } of resources)
      for (const charge of chargesOf(estimate)) {
        const { pool } = charge
        if (pool) {
          const key = keyOf(pool.project, pool.address)
          const before = taken.get(key) ?? { cost: ZERO, by: new Set() }
          before.by.add(resource.address)
          taken.set(key, { cost: add(before.cost, costOfCharge(charge)), by: before.by })
        }
      }
  if (taken.size === 0) return projects
  return projects.map((project) => {
    const pools = project.resources.filter(({ resource }) =>
      taken.has(keyOf(resource.project, resource.address)),
    )
    if (pools.length === 0) return project
    const resources = project.resources.map((inspected) => {
      const share = taken.get(keyOf(inspected.resource.project, inspected.resource.address))
      return share ? withoutWorkloads(inspected, share, date) : inspected
    })
    const shared = new Set(pools.map(({ resource }) => resource.address))
    const costs = new Map(
      resources.flatMap(({ resource, cost }) =>
        shared.has(resource.address) ? [[resource.address, cost] as const] : [],
      ),
    )
    const findings = project.findings.map((finding) => ({
      ...finding,
      monthlyCost: costs.get(finding.address) ?? finding.monthlyCost,
    }))
    return { ...project, resources, findings }
  })
}

interface Taken {
  readonly cost: Usd
  readonly by: Set<string>
}

const keyOf = (project: string, address: string) => JSON.stringify([project, address])

function chargesOf(estimate: Estimate): readonly Charge[] {
  return estimate.kind === 'priced' ? estimate.charges : []
}

function withoutWorkloads(
  inspected: InspectedResource,
  { cost, by }: Taken,
  date: string,
): InspectedResource {
  const { estimate } = inspected
  const [first] = chargesOf(estimate)
  if (estimate.kind !== 'priced' || !first) return inspected
  const charge: Charge = {
    description: `Counted at its ${by.size === 1 ? 'workload' : `${by.size} workloads`}: ${namesOf(by)}`,
    serviceName: first.serviceName,
    skuId: 'ascribe/allocated-to-workloads',
    regionId: first.regionId,
    pricingUnit: 'Months',
    pricingQuantity: -1,
    listUnitPrice: toDollars(cost),
    listCost: -cost as Usd,
    basis: { kind: 'exact' },
    source: 'the workloads of this review',
    sourceDate: date,
  }
  const charges = [...estimate.charges, charge]
  return {
    ...inspected,
    estimate: { ...estimate, charges },
    cost: sum(charges.map(costOfCharge)),
  }
}

const MAX_NAMES = 3

function namesOf(addresses: ReadonlySet<string>): string {
  const names = [...addresses].sort()
  const more = names.length - MAX_NAMES
  return names.slice(0, MAX_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
