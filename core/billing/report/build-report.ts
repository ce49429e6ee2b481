import { unitEconomics } from '../../attribution/unit-economics.ts'
import { SHARED_MODEL } from '../../config/catalogue.ts'
import type { EconomicsConfig } from '../../config/economics.ts'
import { matchesGlob } from '../../config/resource-match.ts'
import { daysAfter } from '../../domain/days.ts'
import { add, type Usd, ZERO } from '../../domain/money.ts'
import type { BillAllocation, BillAllocationKind } from '../allocate-bill.ts'
import {
  type AdviceFacts,
  type OwnedSuggestion,
  optimisations,
  overBudget,
} from '../efficiency/optimisation.ts'
import { groupBy } from '../group-by.ts'
import type { ChargeGroup } from '../group-query.ts'
import { monthsIn, type PeriodBill, type PeriodBillRules, wholeMonths } from '../period-bill.ts'
import { billMethodologyOf } from '../pool-method.ts'
import { speller } from '../spell-values.ts'
import {
  type BillReport,
  type BillSource,
  BREAKDOWNS,
  type Breakdown,
  type Coverage,
  type Line,
  type ModelLine,
} from './bill-report.ts'
import { forecast } from './forecast.ts'
import { movers, sameDaysOf } from './movers.ts'
import { type StoredPrefix, storageByPrefix } from './storage.ts'
import { expiredResources, missingTags, type UntaggedFacts, untaggedResources } from './untagged.ts'
import type { Volumes } from './volumes.ts'

export interface ReportRules extends PeriodBillRules {
  readonly economics: EconomicsConfig
}

/** What a report is made from, besides the period's own charges. */
export interface ReportInputs extends UntaggedFacts {
  readonly source: BillSource
  readonly notes: readonly string[]
  /** Of an inventory, and what `bucketsQuery` answered. */
  readonly stored?: readonly StoredPrefix[]
  readonly buckets?: readonly ChargeGroup[]
  /** What `endingQuery` answered. */
  readonly ending: readonly ChargeGroup[]
  /** The same bill's period before, where it reaches back. */
  readonly previous: PeriodBill | undefined
  readonly volumes: Volumes | undefined
  /** Of the code that the bill is of, where it was looked at. */
  readonly suggestions?: readonly OwnedSuggestion[]
}

export function billReport(bill: PeriodBill, inputs: ReportInputs, rules: ReportRules): BillReport {
  const { allocations, pools } = bill.allocated
  const { spell } = speller(rules.schema, rules)
  const { cost, currency, period } = bill
  const coverage = coverageOf(allocations)
  const models = modelLines(bill, inputs.volumes, rules)
  const expired = expiredResources(inputs.ending, cost, currency, spell)
  const facts: AdviceFacts = { expired, suggestions: inputs.suggestions ?? [], months: monthsIn(period) }
  return {
    version: 1,
    source: inputs.source,
    period,
    currency,
    cost,
    total: bill.total,
    rows: bill.rowCount,
    unreadable: bill.unreadable,
    notes: [...inputs.notes, ...notesOn(bill)],
    coverage,
    allocations,
    pools: pools.map((each) => ({
      ...each,
      methodology: billMethodologyOf(each.pool, each.method, currency),
    })),
    models,
    optimisations: optimisations(models, allocations, facts),
    overBudget: overBudget(allocations, rules, facts),
    by: Object.fromEntries(
      BREAKDOWNS.map((name) => [name, breakdown(allocations, name)]),
    ) as BillReport['by'],
    missing: missingTags(allocations, rules.schema),
    untagged: untaggedResources(inputs, { cost, currency }, coverage.untagged, rules.schema, spell),
    expired,
    storage: storageByPrefix(inputs.stored ?? [], inputs.buckets ?? [], bill, {
      ...rules,
      prefixes: rules.bill.prefixes ?? new Map(),
    }),
    change: inputs.previous && {
      before: inputs.previous.total,
      period: inputs.previous.period,
      movers: movers(sameDaysOf(inputs.previous, bill), bill.rows),
    },
    forecast: forecast(bill.rows, period),
  }
}

function coverageOf(allocations: readonly BillAllocation[]): Coverage {
  const of = (kind: BillAllocationKind) => amountOf(allocations.filter((each) => each.kind === kind))
  const [direct, shared, untagged, unallocated] = [
    of('direct'),
    of('shared'),
    of('untagged'),
    of('unallocated'),
  ]
  const owned = direct + shared
  const charged = owned + untagged + unallocated
  return {
    direct,
    shared,
    untagged,
    unallocated,
    apart: of('apart'),
    // Credits without tags may be more than the costs without them.
    share: charged > 0 ? Math.min(1, Math.max(0, owned / charged)) : undefined,
  }
}

const NAME: Readonly<Record<Breakdown, (allocation: BillAllocation) => string | undefined>> = {
  team: ({ owner }) => owner.team,
  phase: ({ owner }) => owner.phase,
  service: ({ service }) => service,
  environment: ({ owner }) => owner.environment,
  project: ({ owner }) => owner.project,
  costCenter: ({ owner }) => owner.costCenter,
  category: ({ category }) => category,
}

function breakdown(allocations: readonly BillAllocation[], by: Breakdown): readonly Line[] {
  const isOwners = by !== 'service' && by !== 'category'
  return linesOf(isOwners ? allocations.filter(({ kind }) => kind !== 'apart') : allocations, NAME[by])
}

function linesOf(
  allocations: readonly BillAllocation[],
  name: (allocation: BillAllocation) => string | undefined,
): readonly Line[] {
  return [...groupBy(allocations, name)]
    .map(([named, of]) => ({ name: named, amount: amountOf(of) }))
    .sort((a, b) => b.amount - a.amount || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}

/** What each model costs in a period, and what that buys. */
export function modelLines(
  bill: PeriodBill,
  volumes: Volumes | undefined,
  rules: ReportRules,
): readonly ModelLine[] {
  const carried = bill.allocated.allocations.filter(({ kind }) => kind !== 'apart')
  const byModel = groupBy(carried, ({ owner, kind }) => (kind === 'unallocated' ? undefined : owner.model))
  const months = wholeMonths(bill.period)
  const isRunning = forecast(bill.rows, bill.period) !== undefined
  return [...byModel]
    .map(([model, of]): ModelLine => {
      const direct = of.filter(({ kind }) => kind === 'direct' || kind === 'untagged')
      const teams = new Set(of.map(({ owner }) => owner.team))
      const named = model === undefined || model === SHARED_MODEL ? undefined : rules.models.get(model)
      const known = named && forPeriod(named, volumes?.get(model!), months, isRunning)
      return {
        model,
        team: known?.team ?? (teams.size === 1 ? [...teams][0] : undefined),
        amount: amountOf(of),
        direct: amountOf(direct),
        shared: amountOf(of.filter(({ kind }) => kind === 'shared')),
        phases: linesOf(of, NAME.phase),
        value: known?.monthlyValue,
        predictions: known?.monthlyPredictions,
        economics: known
          ? unitEconomics(
              {
                cost: amountOf(of.filter(({ owner }) => counts(owner.environment, rules.economics))),
                atLeast: false,
                incomplete: incomplete(months, isRunning),
              },
              known,
              rules.economics,
            )
          : undefined,
      }
    })
    .sort((a, b) => b.amount - a.amount || ((a.model ?? '') < (b.model ?? '') ? -1 : 1))
}

/** A cost so far is not set against what a whole month is worth. */
function incomplete(months: number | undefined, isRunning: boolean): string | undefined {
  if (months === undefined) return 'the period is not whole months, and values are by the month'
  return isRunning ? 'the period is not over, and values are by the month' : undefined
}

type Model = PeriodBillRules['models'] extends ReadonlyMap<string, infer Of> ? Of : never

/**
 * Predictions of the same period, as they were counted; else what the catalogue states a month, for as many months. What
 * is stated by the month says nothing of a part of one.
 */
function forPeriod(
  model: Model,
  volume: Volumes extends ReadonlyMap<string, infer Of> ? Of | undefined : never,
  months: number | undefined,
  isRunning: boolean,
): Model {
  const stated = (monthly: number | undefined) =>
    monthly === undefined || months === undefined ? undefined : monthly * months
  return {
    ...model,
    monthlyPredictions: volume?.predictions ?? (isRunning ? undefined : stated(model.monthlyPredictions)),
    monthlyValue: volume?.value ?? stated(model.monthlyValue),
  }
}

const counts = (environment: string | undefined, { environments }: EconomicsConfig): boolean =>
  environment !== undefined && environments.some((pattern) => matchesGlob(pattern, environment))

function notesOn(bill: PeriodBill): readonly string[] {
  const notes: string[] = []
  for (const { dimension, from, to } of bill.mendedValues.values())
    notes.push(`the bill spells the ${dimension} "${to}" also "${from}"`)
  for (const [currency, rows] of bill.otherCurrencies)
    notes.push(`${rows} charges in ${currency} are in no figure`)
  for (const { pool, isFindable, rows } of bill.allocated.pools) {
    if (!isFindable)
      notes.push(
        `the pool "${pool.name}" is not on this bill: its match asks for what only Terraform knows. expected "bill" beside it, e.g. bill: { service: "Amazon Elastic*" }`,
      )
    else if (rows === 0) notes.push(`the pool "${pool.name}" finds no charge of the bill`)
  }
  const hasFee = bill.allocated.pools.some(({ pool }) => pool.method.kind === 'flat')
  if (hasFee && bill.soFar.until !== bill.period.until)
    notes.push(
      `the period is not over: flat fees are for its days so far, up to ${daysAfter(bill.soFar.until, -1)}`,
    )
  if (bill.unreadable > 0)
    notes.push(
      `${bill.unreadable} charges have ${bill.cost === 'billed' ? 'a billed' : 'an effective'} cost that cannot be read, and are in no sum`,
    )
  return notes
}

const amountOf = (allocations: readonly BillAllocation[]): Usd =>
  allocations.reduce((total, { amount }) => add(total, amount), ZERO)
