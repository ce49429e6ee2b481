import { add, type Usd, ZERO } from '../../../domain/money.ts'
import type { Change, Group, ModelPhaseChange, Review } from '../../../review/review.ts'
import { addChanges, NO_CHANGE } from '../../amounts/shown-change.ts'

/** Phases that get a colour of their own; the others share one. */
export const MOST_PHASES = 6
/** Bars beyond these are one. */
const MOST_OWNERS = 12

/** The money of one owner, by phase, in the order of the legend. */
export interface OwnerBar {
  readonly name: string
  readonly teams: readonly Group[]
  /** One for each phase of the legend. */
  readonly phases: readonly Change[]
  readonly cost: Change
}

export interface Bars {
  readonly legend: readonly PhaseName[]
  readonly owners: readonly OwnerBar[]
  /** The largest total of either side. */
  readonly most: Usd
}

export type PhaseName =
  | { readonly kind: 'known'; readonly value: string }
  | { readonly kind: 'other' | 'missing' | 'unknown' }

/**
 * Team by phase, before and after. A model that several teams share is a bar of them together: its money is not known
 * apart.
 */
export function barsOf({ modelPhases }: Review): Bars {
  const legend = legendOf(modelPhases)
  const owners = new Map<string, { readonly teams: readonly Group[]; readonly cells: Change[] }>()
  for (const { model, teams, phases } of modelPhases) {
    const name =
      teams.length > 0 ? teams.join(' + ') : model.kind === 'unknown' ? 'team not known' : 'no team'
    const owner = owners.get(name) ?? { teams: teamsOf(model, teams), cells: legend.map(() => NO_CHANGE) }
    const { cells } = owner
    for (const { phase, cost } of phases) {
      const at = legend.findIndex((one) =>
        one.kind === 'known' && phase.kind === 'known' ? one.value === phase.value : one.kind === phase.kind,
      )
      const place = at < 0 ? legend.findIndex(({ kind }) => kind === 'other') : at
      cells[place] = addChanges(cells[place]!, cost)
    }
    owners.set(name, owner)
  }
  const bars = [...owners]
    .map(
      ([name, { teams, cells }]): OwnerBar => ({
        name,
        teams,
        phases: cells,
        cost: cells.reduce(addChanges, NO_CHANGE),
      }),
    )
    .sort((a, b) => b.cost.after - a.cost.after || b.cost.before - a.cost.before)
  const shown = bars.slice(0, MOST_OWNERS)
  const rest = bars.slice(MOST_OWNERS)
  if (rest.length > 0) shown.push(together(`${rest.length} others`, rest, legend))
  const most = shown.reduce((top, { cost }) => Math.max(top, cost.before, cost.after), 0) as Usd
  return { legend, owners: shown, most }
}

/** Those that a model's money is of; without any, whether one is missing or cannot be seen. */
export function teamsOf(model: Group, teams: readonly string[]): readonly Group[] {
  if (teams.length > 0) return teams.map((value) => ({ kind: 'known', value }))
  return [{ kind: model.kind === 'unknown' ? 'unknown' : 'missing' }]
}

function together(name: string, bars: readonly OwnerBar[], legend: readonly PhaseName[]): OwnerBar {
  const phases = legend.map((_, at) => bars.map((bar) => bar.phases[at]!).reduce(addChanges, NO_CHANGE))
  return {
    name,
    teams: bars.flatMap(({ teams }) => teams),
    phases,
    cost: phases.reduce(addChanges, NO_CHANGE),
  }
}

/** The phases with the most money, then one for the rest, then what has none. */
function legendOf(models: readonly ModelPhaseChange[]): readonly PhaseName[] {
  const money = new Map<string, Usd>()
  const kinds = new Set<'missing' | 'unknown'>()
  for (const { phases } of models)
    for (const { phase, cost } of phases)
      if (phase.kind === 'known')
        money.set(phase.value, add(money.get(phase.value) ?? ZERO, Math.max(cost.before, cost.after) as Usd))
      else kinds.add(phase.kind)
  const names = [...money].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name)
  return [
    ...names.slice(0, MOST_PHASES).map((value) => ({ kind: 'known' as const, value })),
    ...(names.length > MOST_PHASES ? [{ kind: 'other' as const }] : []),
    ...(['missing', 'unknown'] as const).filter((kind) => kinds.has(kind)).map((kind) => ({ kind })),
  ]
}
