import type { Cluster } from '../../topology/cluster.ts'
import { isAlike } from './alike.ts'

/** Gives a cluster of before for one that is like it, so that what was found out about it holds. */
export function asBefore(before: readonly Cluster[]): (cluster: Cluster) => Cluster {
  const byName = new Map<string, Cluster[]>()
  for (const cluster of before) {
    const there = byName.get(cluster.name)
    if (there) there.push(cluster)
    else byName.set(cluster.name, [cluster])
  }
  const known = new Map<Cluster, Cluster>()
  return (cluster) => {
    const same = known.get(cluster) ?? byName.get(cluster.name)?.find((other) => isSame(other, cluster))
    known.set(cluster, same ?? cluster)
    return same ?? cluster
  }
}

function isSame(one: Cluster, other: Cluster): boolean {
  return (
    isAlike({ ...one, pools: 0, region: 0 }, { ...other, pools: 0, region: 0 }) &&
    isAlike(one.region, other.region) &&
    one.pools.length === other.pools.length &&
    one.pools.every((pool, index) => isAlike(pool, other.pools[index]!))
  )
}
