import { usd } from '../domain/money.ts'
import type { Review } from '../review/review.ts'
import { SourceFile } from '../source/source-file.ts'
import type { Report } from './report-schema.ts'

type Accounting = Pick<Review, 'owned' | 'sharing' | 'budgets' | 'economics' | 'approval'>
type Change = Review['total']
type Unit = Review['economics']['models'][number]['after']
type SharedGroup = Review['owned'][number]['model']

/** What a report says of shared costs, budgets and what money buys. */
export function toAccounting(report: Report, toChange: (change: Report['total']) => Change): Accounting {
  const { owned, sharing, budgets, economics, approval } = report
  const groups = (some: Report['sharing']['byTeam']) =>
    some.map(({ cost, ...group }) => ({ group: toGroup(group), cost: toChange(cost) }))
  return {
    owned: owned.map(({ model, team, phase, direct, withShared }) => ({
      model: toGroup(model),
      team: toGroup(team),
      phase: phase.kind === 'known' ? { kind: phase.kind, value: phase.value ?? '' } : { kind: phase.kind },
      direct: toChange(direct),
      withShared: toChange(withShared),
    })),
    sharing: {
      pools: sharing.pools.map(({ name, methodology, because, amount, shared, kept, unallocated }) => ({
        name,
        methodology,
        amount: toChange(amount),
        shared: toChange(shared),
        kept: toChange(kept),
        unallocated: toChange(unallocated),
        because: because ?? undefined,
      })),
      byModel: groups(sharing.byModel),
      byTeam: groups(sharing.byTeam),
    },
    budgets: budgets.map(({ of, name, amount, cost, share, level, file }) => ({
      of,
      name,
      amount: usd(amount),
      cost: toChange(cost),
      share: { before: share.before ?? undefined, after: share.after ?? undefined },
      level,
      // No report shows the place of a budget: its finding has one.
      range: { source: new SourceFile(file, ''), start: 0, end: 0 },
    })),
    economics: {
      environments: economics.environments,
      models: economics.models.map(({ model, team, before, after }) => ({
        model,
        team: team ?? undefined,
        before: toUnit(before),
        after: toUnit(after),
      })),
    },
    approval: approval ? { ...approval, above: usd(approval.above) } : undefined,
  }
}

function toUnit(unit: Report['economics']['models'][number]['after']): Unit {
  const { cost, perPrediction, perThousand, roi, score, parts, ...rest } = unit
  return {
    ...rest,
    cost: usd(cost),
    perPrediction: perPrediction ?? undefined,
    perThousand: perThousand ?? undefined,
    roi: roi ?? undefined,
    score: score ?? undefined,
    parts: { roi: parts.roi ?? undefined, benchmark: parts.benchmark ?? undefined },
  }
}

function toGroup({ kind, value }: { kind: SharedGroup['kind']; value: string | null }): SharedGroup {
  return kind === 'known' ? { kind, value: value ?? '' } : { kind }
}
