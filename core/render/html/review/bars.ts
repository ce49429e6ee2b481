import { add, type Usd, ZERO } from '../../../domain/money.ts'
import type { Change, Group, ModelPhaseChange, Review } from '../../../review/review.ts'
import { addChanges, NO_CHANGE } from '../../amounts/shown-change.ts'

/** Phases that get a colour of their own; the others share one. */
const MOST_PHASES = 6
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

/** Team by phase, before and after. */
export function barsOf({ modelPhases, owned }: Review): Bars {
  const legend = legendOf(modelPhases)
  const owners = new Map<string, { readonly team: Group; readonly cells: Change[] }>()
  for (const { team, phase, direct } of owned) {
    if (team.kind === 'unallocated' || (direct.before === 0 && direct.after === 0)) continue
    const key = JSON.stringify(team)
    const owner = owners.get(key) ?? { team, cells: legend.map(() => NO_CHANGE) }
    owners.set(key, owner)
    const at = legend.findIndex((one) =>
      one.kind === 'known' && phase.kind === 'known' ? one.value === phase.value : one.kind === phase.kind,
    )
    const place = at < 0 ? legend.findIndex(({ kind }) => kind === 'other') : at
    owner.cells[place] = addChanges(owner.cells[place]!, direct)
  }
  const bars = [...owners.values()]
    .map(
      ({ team, cells }): OwnerBar => ({
        name: nameOf(team),
        teams: [team],
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

function nameOf(team: Group): string {
  if (team.kind === 'known') return team.value
  return team.kind === 'missing' ? 'no team' : 'team not known'
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
