import type { Resource } from '../../domain/resource.ts'
import type { Assignment, Cluster } from '../../topology/cluster.ts'
import type { Placement } from './place.ts'

/** What the workloads of a cluster are priced by, each once, with how many pod groups: for the assumptions of a report. */
export function clusterBases(
  assignments: readonly Assignment[],
  placements: ReadonlyMap<Resource, readonly Placement[]>,
): readonly string[] {
  const found = new Map<Cluster, Map<string, number>>()
  for (const { resource, cluster } of assignments)
    for (const placement of placements.get(resource) ?? []) {
      const basis = basisOf(placement)
      const counts = found.get(cluster) ?? new Map<string, number>()
      found.set(cluster, counts.set(basis, (counts.get(basis) ?? 0) + 1))
    }
  return [...found].map(([{ name }, counts]) => {
    const parts = [...counts].map(([basis, count]) => `${count} ${basis}`)
    return `pods in ${name === 'unknown' ? 'clusters that nothing is known of' : name}: ${parts.join('; ')}`
  })
}

function basisOf(placement: Placement): string {
  switch (placement.kind) {
    case 'machine':
      if (placement.pool) return `on ${placement.pool.resource.address}, whose cost they share`
      if (placement.addedTo) return `on nodes that ${placement.addedTo.resource.address} adds while they run`
      return placement.rule === undefined
        ? 'on the machine that they ask for'
        : 'on the cheapest machine that may take them'
    case 'rates':
      return placement.rates ? "at the cluster's declared rates" : "at OpenCost's default rates"
    case 'unpriced':
    case 'unknown':
      return 'without a figure'
    default:
      return placement satisfies never
  }
}
