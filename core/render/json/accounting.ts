import { toDollars } from '../../domain/money.ts'
import type { Change, Review } from '../../review/review.ts'
import type { SharedGroup, SharedGroupChange } from '../../review/sharing.ts'
import type { RenderOptions } from '../renderer.ts'
import { placeOf } from './place.ts'

type UnitEconomics = Review['economics']['models'][number]['after']

/** What a review says beyond prices: shared costs, budgets, what money buys, and who is asked. */
export function accountingJson(
  { owned, sharing, budgets, economics, approval }: Review,
  options: RenderOptions,
) {
  return {
    owned: owned.map(({ model, team, phase, direct, withShared }) => ({
      model: groupJson(model),
      team: groupJson(team),
      phase: groupJson(phase),
      direct: changeJson(direct),
      withShared: changeJson(withShared),
    })),
    sharing: {
      pools: sharing.pools.map(({ name, methodology, amount, shared, kept, unallocated, because }) => ({
        name,
        methodology,
        amount: changeJson(amount),
        shared: changeJson(shared),
        kept: changeJson(kept),
        unallocated: changeJson(unallocated),
        because: because ?? null,
      })),
      byModel: groupsJson(sharing.byModel),
      byTeam: groupsJson(sharing.byTeam),
    },
    budgets: budgets.map(({ of, name, amount, cost, share, level, range }) => ({
      of,
      name,
      amount: toDollars(amount),
      cost: changeJson(cost),
      share: { before: share.before ?? null, after: share.after ?? null },
      level,
      ...placeOf(range, options),
    })),
    economics: {
      environments: economics.environments,
      models: economics.models.map(({ model, team, before, after }) => ({
        model,
        team: team ?? null,
        before: unitJson(before),
        after: unitJson(after),
      })),
    },
    approval: approval ? { ...approval, above: toDollars(approval.above) } : null,
  }
}

function groupsJson(groups: readonly SharedGroupChange[]) {
  return groups.map(({ group, cost }) => ({ ...groupJson(group), cost: changeJson(cost) }))
}

export function groupJson(group: SharedGroup) {
  return { kind: group.kind, value: group.kind === 'known' ? group.value : null }
}

export function changeJson({ before, after, delta, atLeast }: Change) {
  return { before: toDollars(before), after: toDollars(after), delta: toDollars(delta), atLeast }
}

function unitJson(unit: UnitEconomics) {
  const { cost, perPrediction, perThousand, roi, score, parts, ...rest } = unit
  return {
    ...rest,
    cost: toDollars(cost),
    perPrediction: perPrediction ?? null,
    perThousand: perThousand ?? null,
    roi: roi ?? null,
    score: score ?? null,
    parts: { roi: parts.roi ?? null, benchmark: parts.benchmark ?? null },
  }
}
