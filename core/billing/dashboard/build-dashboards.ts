import { subtract, sum, type Usd, ZERO } from '../../domain/money.ts'
import type { BillAllocation, BillAllocationKind } from '../allocate-bill.ts'
import type { BilledOwner, CostRow } from '../cost-rows.ts'
import { groupBy } from '../group-by.ts'
import type { ChargeGroup } from '../group-query.ts'
import { type PeriodBill, wholeMonths } from '../period-bill.ts'
import type { BillReport } from '../report/bill-report.ts'
import type { ReportRules } from '../report/build-report.ts'
import { movers, sameDaysOf } from '../report/movers.ts'
import { speller } from '../spell-values.ts'
import { type Buckets, bucketsOf } from './buckets.ts'
import { budgetLines, forecastOf } from './budgets.ts'
import type { Dashboard, DashboardPeriod, Dashboards } from './dashboard.ts'
import { type DatedPart, datedParts } from './dated-parts.ts'
import { type Fact, factsOf } from './facts.ts'
import { billFlows, teamFlows } from './flows.ts'
import { foldFacts } from './fold-facts.ts'
import { type BilledResource, dearestResources } from './resources.ts'
import { teamModels } from './team-models.ts'
import { type TimelinePeriod, teamOf, timelineOf } from './timeline.ts'

/** Pages that a folder can hold. */
const MOST_TEAMS = 200

/** What all pages are made from. */
interface Source {
  readonly report: BillReport
  readonly bill: PeriodBill
  readonly previous: PeriodBill | undefined
  readonly timeline: readonly TimelinePeriod[]
  readonly byTeam: ByTeam
  readonly rules: ReportRules
  readonly parts: readonly DatedPart[]
  readonly facts: readonly Fact[]
  readonly buckets: Buckets
  readonly resources: readonly BilledResource[]
  readonly phases: readonly string[]
}

/** What the teams' pages take their own out of. */
interface ByTeam {
  readonly parts: ReadonlyMap<string | undefined, readonly DatedPart[]>
  readonly facts: ReadonlyMap<string | undefined, readonly Fact[]>
  readonly rows: ReadonlyMap<string | undefined, readonly CostRow[]>
  /** Of the period before, as many days as there are. */
  readonly rowsBefore: ReadonlyMap<string | undefined, readonly CostRow[]>
}

/**
 * One page of all, and one of each team. `earlier` are the periods before, the latest first; `billed` is what
 * `dearestResourcesQuery` answered.
 */
export function dashboards(
  report: BillReport,
  bill: PeriodBill,
  earlier: readonly PeriodBill[],
  rules: ReportRules,
  billed: readonly ChargeGroup[] = [],
): Dashboards {
  const parts = datedParts(bill)
  const buckets = bucketsOf(
    bill.period,
    parts.some(({ days }) => days.has(undefined)),
  )
  const facts = factsOf(parts, earlier, buckets)
  const resources = dearestResources(billed, bill, speller(rules.schema, rules).spell)
  const [previous] = earlier
  const source: Source = {
    timeline: timelineOf(bill, earlier),
    byTeam: {
      parts: groupBy(parts, ({ allocation }) => teamOf(allocation)),
      facts: groupBy(facts, ({ of }) => of.team),
      rows: groupBy(bill.rows, ({ owner }) => owner.team),
      rowsBefore: groupBy(previous ? sameDaysOf(previous, bill) : [], ({ owner }) => owner.team),
    },
    report,
    bill,
    previous,
    rules,
    parts,
    facts,
    buckets,
    phases: phasesOf(facts),
    resources,
  }
  const teams = teamsIn(source)
  return {
    all: ofAll(source),
    teams: teams.slice(0, MOST_TEAMS).map((team) => ofTeam(source, team)),
    notes: report.notes,
    teamsLeftOut: Math.max(0, teams.length - MOST_TEAMS),
  }
}

function ofAll(source: Source): Dashboard {
  const { report, bill, parts, facts } = source
  const { total, coverage, models, optimisations, overBudget, storage } = report
  const { untagged, expired, change, forecast } = report
  return {
    scope: { kind: 'all' },
    ...common(source),
    total,
    coverage,
    periods: source.timeline.map((each) => periodWith(each, each.total)),
    facts: foldFacts(facts),
    resources: source.resources,
    models,
    optimisations,
    overBudget,
    storage,
    ...budgets(source, parts, undefined),
    forecast,
    change: change && { before: change.before, movers: change.movers },
    untagged,
    expired,
    flows: billFlows(bill.allocated.allocations),
  }
}

function ofTeam(source: Source, team: string): Dashboard {
  const { report, bill, previous, timeline, byTeam } = source
  const own = byTeam.parts.get(team) ?? []
  const allocations = own.map(({ allocation }) => allocation)
  const isOwn = ({ owner }: { readonly owner: BilledOwner }) => owner.team === team
  const listed = report.untagged.listed.filter(isOwn)
  const of = (kind: BillAllocationKind) => amountOf(allocations.filter((each) => each.kind === kind))
  const periods = timeline.map((each) => periodWith(each, each.byTeam.get(team) ?? ZERO))
  return {
    scope: { kind: 'team', team },
    ...common(source),
    total: amountOf(allocations),
    coverage: {
      direct: of('direct'),
      shared: of('shared'),
      untagged: of('untagged'),
      unallocated: ZERO,
      apart: ZERO,
    },
    periods,
    facts: foldFacts(byTeam.facts.get(team) ?? []),
    resources: source.resources.filter(isOwn),
    models: teamModels(allocations, report.models, team),
    optimisations: report.optimisations.filter((each) => each.team === team),
    overBudget: report.overBudget.filter((each) => each.team === team),
    storage: report.storage.filter((each) => each.team === team),
    ...budgets(source, own, team),
    forecast: forecastOf(own, bill),
    change: previous && {
      before: periods.at(-2)!.total,
      movers: movers(byTeam.rowsBefore.get(team) ?? [], byTeam.rows.get(team) ?? []),
    },
    untagged: { listed, rest: subtract(of('untagged'), sum(listed.map(({ amount }) => amount))) },
    expired: report.expired.filter(isOwn),
    flows: teamFlows(allocations, team),
  }
}

const periodWith = ({ period, startsLate }: TimelinePeriod, total: Usd): DashboardPeriod => ({
  period,
  total,
  startsLate,
})

const common = ({ report, rules, buckets, phases }: Source) => ({
  period: report.period,
  currency: report.currency,
  cost: report.cost,
  billed: report.total,
  days: buckets.labels,
  isByWeek: buckets.isByWeek,
  phases,
  pools: report.pools.map(({ methodology }) => methodology),
  economicsOf: rules.economics.environments,
})

function budgets({ bill, rules }: Source, parts: readonly DatedPart[], team: string | undefined) {
  const months = wholeMonths(bill.period)
  return months === undefined
    ? { budgets: [], noBudgets: 'The period is not whole months, and budgets are by the month.' }
    : { budgets: budgetLines(parts, bill, months, rules, team), noBudgets: undefined }
}

function phasesOf(facts: readonly Fact[]): readonly string[] {
  const costs = new Map<string, number>()
  for (const { kind, of, periods } of facts)
    if (kind === 'direct' && of.phase !== undefined)
      costs.set(of.phase, (costs.get(of.phase) ?? 0) + periods.at(-1)!)
  return [...costs].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)).map(([name]) => name)
}

function teamsIn({ report, rules, bill }: Source): readonly string[] {
  const costs = new Map<string, Usd>([...rules.teams.keys()].map((name) => [name, ZERO]))
  for (const { name, amount } of report.by.team) if (name !== undefined) costs.set(name, amount)
  for (const { owner, kind } of bill.allocated.allocations)
    if (owner.team !== undefined && kind !== 'apart' && !costs.has(owner.team)) costs.set(owner.team, ZERO)
  return [...costs].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)).map(([name]) => name)
}

const amountOf = (allocations: readonly BillAllocation[]): Usd => sum(allocations.map(({ amount }) => amount))
