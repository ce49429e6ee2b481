import type { Resource } from '../../domain/resource.ts'
import type { Cluster } from '../../topology/cluster.ts'
import { isAlike } from './alike.ts'
import type { KubernetesPlan } from './plan.ts'

/** Everything that a plan says about some resources. */
export type PlanAnswers = readonly unknown[]

export function answersAbout(resources: readonly Resource[], plan: KubernetesPlan): PlanAnswers {
  const answers: unknown[] = []
  const clusters = new Set<Cluster>()
  for (const resource of resources) {
    const cluster = plan.clusterOf(resource)
    if (cluster) clusters.add(cluster)
    const placements = plan.placementsOf(resource)
    answers.push(cluster, placements.length, ...placements, plan.useOf(resource))
  }
  // A workload is told of what else is in its pools.
  for (const { pools } of clusters) for (const { resource } of pools) answers.push(plan.useOf(resource))
  return answers
}

export function isSameAnswers(one: PlanAnswers, other: PlanAnswers): boolean {
  return (
    one.length === other.length &&
    one.every((answer, index) => answer === other[index] || areAlike(answer, other[index]))
  )
}

function areAlike(one: unknown, other: unknown): boolean {
  return (
    typeof one === 'object' &&
    typeof other === 'object' &&
    one !== null &&
    other !== null &&
    isAlike(one, other)
  )
}
