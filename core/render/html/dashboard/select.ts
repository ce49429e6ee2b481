import {
  FACT_DIMENSIONS,
  FACT_KINDS,
  type FactDimension,
  type FactKind,
} from '../../../billing/dashboard/facts.ts'
import { MOST_COLOURS, type PageData, type PageFact } from './page-data.ts'

/** What a reader asks of a page. */
export interface Choice {
  /** A place in the dimension's names, or −1 for what names none; all where it is not there. */
  readonly filters: Readonly<Partial<Record<FactDimension, number>>>
  readonly groupBy: FactDimension
  readonly stackBy: FactDimension
  /** Shared costs stand with who carries them, else by themselves. */
  readonly isSharedCarried: boolean
  /** Idle cost is spread in proportion to direct costs, else it stands by itself. */
  readonly isIdleSpread: boolean
}

/** The answer: sums of what was chosen, in millionths. */
export interface View {
  readonly total: number
  readonly bands: readonly Band[]
  /** Dearest first. */
  readonly groups: readonly {
    readonly name: string
    readonly amount: number
    readonly parts: readonly number[]
  }[]
  /** By column and band. */
  readonly days: readonly (readonly number[])[]
  readonly periods: readonly (readonly number[])[]
}

/** What a colour stands for. */
export interface Band {
  readonly title: string
  readonly look: string
}

const SHARED: Band = { title: 'Shared platform fees', look: 'shared' }
const UNTAGGED: Band = { title: 'Untagged', look: 'missing' }
const IDLE: Band = { title: 'Idle', look: 'idle' }
const APART: Band = { title: 'Tax, support, credits', look: 'apart' }
const OTHER: Band = { title: 'Other', look: 'other' }

/** How money is called whose owner is not the question; what is direct lacks the one tag. */
const NOBODY: Readonly<Record<Exclude<FactKind, 'direct'>, string>> = {
  shared: '(shared)',
  untagged: '(untagged)',
  idle: '(idle)',
  apart: '(apart)',
}

/** Of what is shared by itself, only these are told: its team, model, project and cost centre are those it is shared with. */
const OF_A_POOL: ReadonlySet<FactDimension> = new Set(['phase', 'environment', 'service'])

const nobody = (kind: FactKind, dimension: FactDimension): string =>
  kind === 'direct' ? `(no ${DIMENSION_TITLES[dimension].toLowerCase()})` : NOBODY[kind]

/** Sharing comes first, choosing last: a choice sums up what is there and splits nothing anew. */
export function select(data: PageData, choice: Choice): View {
  const stack = stackOf(data, choice.stackBy)
  const groups = new Map<string, { name: string; amount: number; parts: number[] }>()
  const empty = () => stack.bands.map(() => 0)
  const days = data.days.map(empty)
  const periods = data.periods.map(empty)
  for (const fact of data.facts) {
    const owner = ownerOf(fact, data, choice)
    if (!owner || !isChosen(owner, choice)) continue
    const kind = FACT_KINDS[fact[1]]!
    const at = owner[FACT_DIMENSIONS.indexOf(choice.groupBy)]!
    const band = stack.bandOf(kind, owner)
    const amount = fact[4].at(-1)!
    for (const [index, part] of fact[3].entries()) days[index]![band]! += part
    for (const [index, part] of fact[4].entries()) periods[index]![band]! += part
    if (amount === 0) continue
    const key = at >= 0 ? String(at) : kind
    const name = at >= 0 ? data.names[choice.groupBy][at]! : nobody(kind, choice.groupBy)
    const group = groups.get(key) ?? { name, amount: 0, parts: empty() }
    group.amount += amount
    group.parts[band]! += amount
    groups.set(key, group)
  }
  const sorted = [...groups.values()].sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1))
  return {
    total: sorted.reduce((sum, { amount }) => sum + amount, 0),
    ...withoutEmpty({ bands: stack.bands, groups: sorted, days, periods }),
  }
}

/** Undefined where a fact is not to be counted: it is there in another guise. */
function ownerOf(
  [owner, kind, isSpread]: PageFact,
  { team }: PageData,
  choice: Choice,
): readonly number[] | undefined {
  const name = FACT_KINDS[kind]!
  if (name === 'idle') return (isSpread === 1) === choice.isIdleSpread ? owner : undefined
  if (name !== 'shared' || choice.isSharedCarried) return owner
  // What is shared by itself is no team's.
  if (team !== null) return undefined
  return owner.map((place, at) => (OF_A_POOL.has(FACT_DIMENSIONS[at]!) ? place : -1))
}

const isChosen = (owner: readonly number[], { filters }: Choice): boolean =>
  FACT_DIMENSIONS.every(
    (dimension, at) => filters[dimension] === undefined || filters[dimension] === owner[at],
  )

/** Colours stay with their values, whatever is chosen. */
function stackOf(data: PageData, stackBy: FactDimension) {
  const names = coloured(data, stackBy)
  const places = new Map(names.map((name, at) => [data.names[stackBy].indexOf(name), at]))
  const of = FACT_DIMENSIONS.indexOf(stackBy)
  const bands: readonly Band[] = [
    ...names.map((title, at) => ({ title, look: `phase-${at}` })),
    OTHER,
    { title: `No ${DIMENSION_TITLES[stackBy].toLowerCase()}`, look: 'unnamed' },
    SHARED,
    UNTAGGED,
    IDLE,
    APART,
  ]
  const special = { shared: SHARED, untagged: UNTAGGED, idle: IDLE, apart: APART } as const
  return {
    bands,
    bandOf: (kind: FactKind, owner: readonly number[]): number => {
      if (kind !== 'direct') return bands.indexOf(special[kind])
      const at = owner[of]!
      return at < 0 ? names.length + 1 : (places.get(at) ?? names.length)
    },
  }
}

/** Those with a colour of their own: what only shared costs name needs none, they have theirs. */
function coloured({ phases, names, facts }: PageData, dimension: FactDimension): readonly string[] {
  if (dimension === 'phase') return phases
  const at = FACT_DIMENSIONS.indexOf(dimension)
  const direct = FACT_KINDS.indexOf('direct')
  const named = new Set(facts.flatMap(([owner, kind]) => (kind === direct ? [owner[at]!] : [])))
  return names[dimension].filter((_, place) => named.has(place)).slice(0, MOST_COLOURS)
}

export const DIMENSION_TITLES: Readonly<Record<FactDimension, string>> = {
  team: 'Team',
  model: 'Model',
  project: 'Project',
  phase: 'Phase',
  environment: 'Environment',
  costCenter: 'Cost centre',
  service: 'Service',
}

function withoutEmpty(view: Omit<View, 'total'>): Omit<View, 'total'> {
  const rows = [...view.groups.map(({ parts }) => parts), ...view.days, ...view.periods]
  const kept = view.bands.flatMap((_, at) => (rows.some((row) => row[at] !== 0) ? [at] : []))
  const of = (row: readonly number[]) => kept.map((at) => row[at]!)
  return {
    bands: kept.map((at) => view.bands[at]!),
    groups: view.groups.map((group) => ({ ...group, parts: of(group.parts) })),
    days: view.days.map(of),
    periods: view.periods.map(of),
  }
}

/** What a page shows before anybody chooses. */
export function firstChoice({ names }: PageData): Choice {
  return {
    filters: {},
    groupBy: names.project.length > 1 ? 'project' : 'model',
    stackBy: 'phase',
    isSharedCarried: true,
    isIdleSpread: false,
  }
}
