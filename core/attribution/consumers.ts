import { type Catalogue, SHARED_MODEL } from '../config/catalogue.ts'
import { add, type Usd, ZERO } from '../domain/money.ts'
import type { Attributable } from './allocation.ts'

/** Who may carry a part of a shared cost: a team's model, or what of a team's own cost names no model. */
export interface Consumer {
  readonly team: string
  readonly model: string | undefined
  /** What is directly its own; never negative. */
  direct: Usd
  /** Of it, what pods request, by cluster. */
  readonly pods: Map<string, Usd>
}

/**
 * The teams and models that shared costs are split among, in the order of their names: those of the catalogue, and those
 * that direct costs name. What names the model `shared` serves others and carries nothing.
 */
export function consumersOf(direct: Iterable<Attributable>, { models }: Catalogue): readonly Consumer[] {
  const consumers = new Map<string, Consumer>()
  const at = (team: string, model: string | undefined): Consumer => {
    const key = JSON.stringify([team, model ?? null])
    const known = consumers.get(key) ?? { team, model, direct: ZERO, pods: new Map() }
    consumers.set(key, known)
    return known
  }
  for (const [name, { team }] of models) if (team !== undefined) at(team, name)
  for (const { owner, cost, cluster, resource } of direct) {
    if (cost <= ZERO || owner.team.kind !== 'known') continue
    const model = owner.model.kind === 'known' ? owner.model.value : undefined
    if (model === SHARED_MODEL) continue
    const consumer = at(owner.team.value, model)
    consumer.direct = add(consumer.direct, cost)
    if (cluster !== undefined && resource.workload)
      consumer.pods.set(cluster, add(consumer.pods.get(cluster) ?? ZERO, cost))
  }
  return [...consumers.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, consumer]) => consumer)
}
