import { HOURS_KEY } from '../../config/calibration.ts'
import { sum, type Usd, ZERO } from '../../domain/money.ts'
import type { Period } from '../cost-rows.ts'
import { groupBy } from '../group-by.ts'
import { MONTH_HOURS } from './average-month.ts'
import type { BilledResource } from './billed-resources.ts'
import { type CalibrationDraft, calibratedText } from './calibration-text.ts'
import { billedCost, comparedCost, driftBy, driftOf } from './drift.ts'
import type { EstimatedResource } from './estimated-resource.ts'
import { type Joined, joinResources } from './join-resources.ts'
import { measuredDiscounts } from './measured-discounts.ts'
import { estimatedIn, type MeasuredUsage, measuredUsage, type NotMeasured } from './measured-usage.ts'
import type { Alone, Reconciliation } from './reconciliation.ts'

export interface ReconcileInputs {
  readonly period: Period
  /** As it was asked for: `2026-10`. */
  readonly periodText: string
  readonly currency: string
  readonly billed: readonly BilledResource[]
  /** The usage file as it is; undefined where there is none. */
  readonly usageFile: string | undefined
  /** What all resources are estimated at with this usage file. */
  readonly estimate: (usageFile: string | undefined) => readonly EstimatedResource[]
  /** The usage file without what a bill once said. */
  readonly plainUsageFile: string | undefined
}

/**
 * Joins estimates with the bill, and works out what a usage file would have had to say. Each step is estimated again, so
 * that "after" is what the next review says; what brings an estimate no nearer to the bill is not kept.
 */
export function reconcile(inputs: ReconcileInputs): Reconciliation {
  const { billed, currency, period, periodText } = inputs
  const now = inputs.estimate(inputs.usageFile)
  const plain = inputs.plainUsageFile === inputs.usageFile ? now : inputs.estimate(inputs.plainUsageFile)
  const estimateWith = (draft: Partial<CalibrationDraft>) =>
    inputs.estimate(calibratedText(inputs.plainUsageFile, { ...NOTHING, period: periodText, ...draft }))
  const allUsed = byKeyOf(estimateWith({ usage: allOf(plain) }))
  const join = joinResources(
    now.map((each) => ({ ...each, services: servicesOf(allUsed.get(keyOf(each)) ?? each) })),
    billed,
  )

  const plainJoined = beside(join.joined, plain)
  const { usage: all, notMeasured } = usageOf(plainJoined, allUsed, period)
  const usage = nearerOnly(plainJoined, all, estimateWith({ usage: all }))
  const discounts = measuredDiscounts(beside(join.joined, estimateWith({ usage })))
  const baselines = baselinesOf(billed)
  const draft = { period: periodText, usage, discounts, baselines }
  const isCalibrated = usage.size > 0 || discounts.length > 0
  const after = beside(join.joined, estimateWith(draft))

  return {
    period: periodText,
    currency,
    joined: {
      state: join.joined.filter(({ by }) => by === 'state').length,
      name: join.joined.filter(({ by }) => by === 'name').length,
      tags: join.joined.filter(({ by }) => by === 'tags').length,
    },
    estimatedAlone: aloneOf(
      join.estimatedAlone.map(({ address, cost }) => ({ name: address, cost: cost ?? ZERO })),
    ),
    billedAlone: aloneOf(
      join.billedAlone.map(({ id, name, service, cost }) => ({ name: name ?? id ?? service ?? '', cost })),
    ),
    before: driftOf(join.joined),
    after: driftOf(after),
    by: {
      type: driftBy(join.joined, ({ estimated }) => estimated.type),
      service: driftBy(join.joined, ({ billed: [first] }) => first?.service ?? 'none named'),
      basis: driftBy(join.joined, ({ estimated }) => basisOf(estimated)),
    },
    resources: join.joined.map((each, at) => ({
      project: each.estimated.project,
      address: each.estimated.address,
      type: each.estimated.type,
      by: each.by,
      billedAs: each.billed.flatMap(({ id }) => id ?? []),
      billed: billedCost(each),
      before: comparedCost(each),
      after: comparedCost(after[at]!),
      notMeasured: notMeasured.get(each.estimated.address),
    })),
    usage,
    discounts,
    baselines,
    isCalibrated,
    text: calibratedText(inputs.plainUsageFile, draft),
  }
}

const NOTHING = { usage: new Map(), discounts: [], baselines: new Map() }

/** The same joins with other estimates of the same resources. */
function beside(joined: readonly Joined[], estimates: readonly EstimatedResource[]): readonly Joined[] {
  const byKey = byKeyOf(estimates)
  return joined.map((each) => ({ ...each, estimated: byKey.get(keyOf(each.estimated)) ?? each.estimated }))
}

const keyOf = ({ project, address }: EstimatedResource) => JSON.stringify([project, address])

const byKeyOf = (estimates: readonly EstimatedResource[]): ReadonlyMap<string, EstimatedResource> =>
  new Map(estimates.map((each) => [keyOf(each), each]))

/** All month, and one of everything that a usage file can speak of. */
const allOf = (estimates: readonly EstimatedResource[]): MeasuredUsage =>
  new Map(
    estimates.map(({ address, charges, usageKeys }) => [
      address,
      new Map([
        ...(charges.some(({ unit }) => unit === 'hours') ? [[HOURS_KEY, MONTH_HOURS] as const] : []),
        ...usageKeys.map(({ key }) => [key, 1] as const),
      ]),
    ]),
  )

const servicesOf = ({ charges }: EstimatedResource): readonly string[] => [
  ...new Set(charges.map(({ service }) => service)),
]

function usageOf(
  joined: readonly Joined[],
  allUsed: ReadonlyMap<string, EstimatedResource>,
  period: Period,
): { usage: MeasuredUsage; notMeasured: ReadonlyMap<string, NotMeasured> } {
  const usage = new Map<string, ReadonlyMap<string, number>>()
  const notMeasured = new Map<string, NotMeasured>()
  const byAddress = groupBy(allUsed.values(), ({ address }) => address)
  for (const each of joined) {
    const allMonth = allUsed.get(keyOf(each.estimated)) ?? each.estimated
    // A usage file knows no projects.
    const measured =
      (byAddress.get(each.estimated.address)?.length ?? 0) > 1
        ? 'address of several projects'
        : measuredUsage(each, estimatedIn(allMonth, 'hours'), period)
    if (typeof measured === 'string') notMeasured.set(each.estimated.address, measured)
    else usage.set(each.estimated.address, measured)
  }
  return { usage, notMeasured }
}

/** Without what takes an estimate away from its bill. */
function nearerOnly(
  joined: readonly Joined[],
  usage: MeasuredUsage,
  estimates: readonly EstimatedResource[],
): MeasuredUsage {
  const after = beside(joined, estimates)
  const farther = joined.flatMap((each, at) => {
    const billed = billedCost(each)
    const before = Math.abs((comparedCost(each) ?? 0) - billed)
    return Math.abs((comparedCost(after[at]!) ?? 0) - billed) > before ? [each.estimated.address] : []
  })
  const dropped = new Set(farther)
  return new Map([...usage].filter(([address]) => !dropped.has(address)))
}

/** What a model costs in an average month: all that its tags are on, joined or not. */
function baselinesOf(billed: readonly BilledResource[]): ReadonlyMap<string, Usd> {
  const baselines = new Map<string, Usd>()
  for (const { owner, cost } of billed)
    if (owner.model !== undefined)
      baselines.set(owner.model, ((baselines.get(owner.model) ?? 0) + cost) as Usd)
  return new Map([...baselines].filter(([, cost]) => cost > 0))
}

const LISTED = 10

function aloneOf(all: readonly { readonly name: string; readonly cost: Usd }[]): Alone {
  return {
    count: all.length,
    cost: sum(all.map(({ cost }) => cost)),
    most: all.toSorted((a, b) => b.cost - a.cost || (a.name < b.name ? -1 : 1)).slice(0, LISTED),
  }
}

/** The least exact that any of its money stands on. */
function basisOf({ charges }: EstimatedResource): string {
  const bases = new Set(charges.map(({ basis }) => basis))
  if (bases.size === 0) return 'no figure'
  return bases.has('reference-region') ? 'reference-region' : bases.has('equivalent') ? 'equivalent' : 'exact'
}
