import { add, type Usd, ZERO } from '../../domain/money.ts'
import type { Change, Group, ModelPhaseChange, Review } from '../../review/review.ts'
import { rounded } from '../amounts/amount.ts'
import { addChanges, NO_CHANGE, type ShownChange, settle, shownChange } from '../amounts/shown-change.ts'
import { carriedBy } from './carried.ts'

/** Who pays, model by phase, as a table shows it. The rows' changes add up to the headline's. */
export interface ModelMatrix {
  /** The phases with a column of their own: those in which something changes, most money first. */
  readonly phases: readonly string[]
  /** Whether there is a last column for all other phases. */
  readonly hasOther: boolean
  readonly rows: readonly ModelRow[]
}

export interface ModelRow {
  readonly of:
    | { readonly kind: 'model'; readonly model: string; readonly teams: readonly string[] }
    | { readonly kind: 'more'; readonly count: number }
    /** No model is named, or it is not known which. */
    | { readonly kind: 'unattributed' | 'unknown' }
  /** One for each column. */
  readonly cells: readonly ShownChange[]
  readonly total: ShownChange
  /** With its part of shared costs; undefined where none are shared. */
  readonly carried: Change | undefined
}

const MAX_MODELS = 10

/** Only models whose cost changes get a row; what is unattributed always does. */
export function modelMatrix(review: Review, maxPhases: number): ModelMatrix {
  const { modelPhases, total } = review
  const phases = changedPhases(modelPhases, maxPhases)
  const known = modelPhases.filter(
    ({ model, phases }) => model.kind === 'known' && phases.some(({ cost }) => isChange(cost)),
  )
  const rows: Pending[] = known
    .slice(0, MAX_MODELS)
    .map((change) => ({ of: rowOf(change), cells: cellsOf([change], phases), groups: [change.model] }))
  const more = known.slice(MAX_MODELS)
  if (more.length > 0)
    rows.push({
      of: { kind: 'more', count: more.length },
      cells: cellsOf(more, phases),
      groups: more.map(({ model }) => model),
    })
  const unknown = modelPhases.filter(({ model }) => model.kind === 'unknown')
  if (unknown.length > 0)
    rows.push({
      of: { kind: 'unknown' },
      cells: cellsOf(unknown, phases),
      groups: [{ kind: 'unknown' }],
    })
  const missing = modelPhases.filter(({ model }) => model.kind === 'missing')
  rows.push({
    of: { kind: 'unattributed' },
    cells: cellsOf(missing, phases),
    groups: [{ kind: 'missing' }],
  })
  const hasOther = rows.some(({ cells }) => cells.at(-1)!.before !== 0 || cells.at(-1)!.after !== 0)
  return {
    phases,
    hasOther,
    rows: shownRows(rows, rounded(total.delta), hasOther, carriedBy(review, 'model')),
  }
}

interface Pending {
  readonly of: ModelRow['of']
  readonly cells: readonly Change[]
  /** The models that it is about. */
  readonly groups: readonly Group[]
}

/** The cells' changes are settled under the headline together; a row comes to the sum of its cells as shown. */
function shownRows(
  rows: readonly Pending[],
  delta: Usd,
  hasOther: boolean,
  carried: ReturnType<typeof carriedBy>,
): readonly ModelRow[] {
  const deltas = settle(
    rows.flatMap(({ cells }) => cells.map((cell) => cell.delta)),
    delta,
  )
  let at = 0
  return rows.map(({ of, cells, groups }) => {
    const shown = cells.map((cell) => shownChange(cell, deltas[at++]))
    const total = shownChange(shown.reduce<Change>(addChanges, NO_CHANGE))
    return {
      of,
      cells: hasOther ? shown : shown.slice(0, -1),
      total,
      carried: carried?.(groups),
    }
  })
}

function changedPhases(models: readonly ModelPhaseChange[], most: number): readonly string[] {
  const moved = new Map<string, { change: Usd; after: Usd }>()
  for (const { phases } of models)
    for (const { phase, cost } of phases) {
      if (phase.kind !== 'known' || !isChange(cost)) continue
      const known = moved.get(phase.value) ?? { change: ZERO, after: ZERO }
      const change = add(known.change, Math.abs(cost.delta) as Usd)
      moved.set(phase.value, { change, after: known.after })
    }
  for (const { phases } of models)
    for (const { phase, cost } of phases) {
      const known = phase.kind === 'known' ? moved.get(phase.value) : undefined
      if (known) known.after = add(known.after, cost.after)
    }
  return [...moved]
    .sort(([, a], [, b]) => b.change - a.change)
    .slice(0, most)
    .sort(([, a], [, b]) => b.after - a.after)
    .map(([phase]) => phase)
}

/** One change for each phase that has a column, and one for all others. */
function cellsOf(models: readonly ModelPhaseChange[], phases: readonly string[]): readonly Change[] {
  const cells = [...phases, undefined].map(() => NO_CHANGE)
  for (const { phases: own } of models)
    for (const { phase, cost } of own) {
      const named = phase.kind === 'known' ? phases.indexOf(phase.value) : -1
      const at = named < 0 ? phases.length : named
      cells[at] = addChanges(cells[at]!, cost)
    }
  return cells
}

function rowOf({ model, teams }: ModelPhaseChange): ModelRow['of'] {
  return { kind: 'model', model: nameOf(model), teams }
}

function nameOf(group: Group): string {
  return group.kind === 'known' ? group.value : ''
}

/** Also where the figures are the same and one of them stands for more than it says. */
function isChange({ delta, atLeast }: Change): boolean {
  return delta !== 0 || atLeast.before !== atLeast.after
}
