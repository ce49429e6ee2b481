import { SHARED_MODEL } from '../../config/catalogue.ts'
import { subtract, sum, type Usd, ZERO } from '../../domain/money.ts'
import type { BillAllocation, BillAllocationKind } from '../allocate-bill.ts'
import type { CostRow } from '../cost-rows.ts'
import { groupBy } from '../group-by.ts'
import type { ChargeGroup } from '../group-query.ts'
import { type PeriodBill, wholeMonths } from '../period-bill.ts'
import type { BillReport, ModelLine } from '../report/bill-report.ts'
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

/** Pages that a folder can hold. */
const MOST_TEAMS = 200

/** What all pages are made from. */
interface Source {
  readonly report: BillReport
  readonly bill: PeriodBill
  /** Of the same bill, the latest first. */
  readonly earlier: readonly PeriodBill[]
  readonly rules: ReportRules
  readonly parts: readonly DatedPart[]
  readonly facts: readonly Fact[]
  readonly buckets: Buckets
  readonly resources: readonly BilledResource[]
  readonly phases: readonly string[]
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
  const source: Source = {
    report,
    bill,
    earlier,
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
    periods: periodsOf(source, ({ total: amount }) => amount),
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
  const { report, bill, earlier, parts, facts } = source
  const isOwn = ({ allocation }: DatedPart) => isOf(allocation, team)
  const own = parts.filter(isOwn)
  const allocations = own.map(({ allocation }) => allocation)
  const listed = report.untagged.listed.filter(({ owner }) => owner.team === team)
  const of = (kind: BillAllocationKind) => amountOf(allocations.filter((each) => each.kind === kind))
  const [previous] = earlier
  const isOwnRow = ({ owner }: CostRow) => owner.team === team
  const totalOf = ({ allocated }: PeriodBill) =>
    amountOf(allocated.allocations.filter((each) => isOf(each, team)))
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
    periods: periodsOf(source, totalOf),
    facts: foldFacts(facts.filter((fact) => fact.of.team === team)),
    resources: source.resources.filter(({ owner }) => owner.team === team),
    models: modelsOf(allocations, report.models, team),
    optimisations: report.optimisations.filter((each) => each.team === team),
    overBudget: report.overBudget.filter((each) => each.team === team),
    storage: report.storage.filter((each) => each.team === team),
    ...budgets(source, own, team),
    forecast: forecastOf(own, bill),
    change: previous && {
      before: totalOf(previous),
      movers: movers(sameDaysOf(previous, bill).filter(isOwnRow), bill.rows.filter(isOwnRow)),
    },
    untagged: { listed, rest: subtract(of('untagged'), sum(listed.map(({ amount }) => amount))) },
    expired: report.expired.filter(({ owner }) => owner.team === team),
    flows: teamFlows(allocations, team),
  }
}

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

function periodsOf(
  { bill, earlier }: Source,
  totalOf: (bill: PeriodBill) => Usd,
): readonly DashboardPeriod[] {
  return [...earlier]
    .reverse()
    .concat(bill)
    .map((each) => {
      const [first] = each.rows.flatMap(({ day }) => day ?? []).sort()
      return {
        period: each.period,
        total: totalOf(each),
        startsLate: first !== undefined && first > each.period.from ? first : undefined,
      }
    })
}

function phasesOf(facts: readonly Fact[]): readonly string[] {
  const costs = new Map<string, number>()
  for (const { kind, of, periods } of facts)
    if (kind === 'direct' && of.phase !== undefined)
      costs.set(of.phase, (costs.get(of.phase) ?? 0) + periods.at(-1)!)
  return [...costs].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)).map(([name]) => name)
}

/** What it carries of each model; what the model buys is told to the team whose it is. */
function modelsOf(
  allocations: readonly BillAllocation[],
  lines: readonly ModelLine[],
  team: string,
): readonly ModelLine[] {
  const known = new Map(lines.map((line) => [line.model, line]))
  return [...groupBy(allocations, ({ owner }) => owner.model)]
    .map(([model, of]): ModelLine => {
      const line = known.get(model)
      const isItsOwn = model !== undefined && model !== SHARED_MODEL && line?.team === team
      const amountIn = (kinds: readonly BillAllocationKind[]) =>
        amountOf(of.filter(({ kind }) => kinds.includes(kind)))
      return {
        model,
        team,
        amount: amountOf(of),
        direct: amountIn(['direct', 'untagged']),
        shared: amountIn(['shared']),
        phases: [...groupBy(of, ({ owner }) => owner.phase)].map(([name, some]) => ({
          name,
          amount: amountOf(some),
        })),
        value: isItsOwn ? line.value : undefined,
        predictions: isItsOwn ? line.predictions : undefined,
        economics: isItsOwn ? line.economics : undefined,
      }
    })
    .sort((a, b) => b.amount - a.amount || ((a.model ?? '') < (b.model ?? '') ? -1 : 1))
}

function teamsIn({ report, rules, bill }: Source): readonly string[] {
  const costs = new Map<string, Usd>([...rules.teams.keys()].map((name) => [name, ZERO]))
  for (const { name, amount } of report.by.team) if (name !== undefined) costs.set(name, amount)
  for (const { owner, kind } of bill.allocated.allocations)
    if (owner.team !== undefined && kind !== 'apart' && !costs.has(owner.team)) costs.set(owner.team, ZERO)
  return [...costs].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)).map(([name]) => name)
}

const isOf = ({ owner, kind }: BillAllocation, team: string): boolean =>
  owner.team === team && kind !== 'apart' && kind !== 'unallocated'

const amountOf = (allocations: readonly BillAllocation[]): Usd => sum(allocations.map(({ amount }) => amount))
