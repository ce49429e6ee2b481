import { allocate } from '../attribution/allocate.ts'
import { coverageOf } from '../attribution/coverage.ts'
import type { Config } from '../config/config.ts'
import { identityOf } from '../domain/address.ts'
import { costOfCharge } from '../domain/estimate.ts'
import type { Finding } from '../domain/finding.ts'
import { add, type Usd, ZERO } from '../domain/money.ts'
import { toPlain } from '../domain/plain.ts'
import type { NotLoadedModule } from '../domain/resource.ts'
import { approvalFor } from './approval.ts'
import { BREAKDOWNS, byDimension, byModelAndPhase, total } from './breakdown.ts'
import { budgetUses } from './budget-uses.ts'
import { resourceChange } from './changes.ts'
import { checkChange } from './check-change.ts'
import { compareFindings, type FindingChanges } from './compare-findings.ts'
import { economicsOf } from './economics.ts'
import { figureNotes } from './figure-notes.ts'
import type { InspectedResource, Inspection } from './inspection.ts'
import { impliedMoves, type Move, match, renamer } from './match.ts'
import type { NotPriced, ResourceChange, Review } from './review.ts'
import type { Settled } from './settled.ts'
import { ownedChanges, sharingOf } from './sharing.ts'
import { verdict } from './verdict.ts'

/** One side of a review: what was found in its tree, and what the side is called. */
export interface Side {
  readonly label: string
  readonly inspection: Inspection
}

/** Says which findings count, given the head side's address for one of the base side. */
export type Settle = (
  findings: FindingChanges,
  rename: (project: string, address: string) => string,
) => Settled

const COUNT_ALL: Settle = (findings) => ({ findings, accepted: [], added: [] })

/** Compares two sides. Both were inspected with `config`, which decides: the base side's, where it has one. */
export function compare(
  base: Side,
  head: Side,
  config: Config,
  declared: readonly Move[],
  notes: readonly string[],
  today?: string,
  settle: Settle = COUNT_ALL,
): Review {
  const { inspection: before } = base
  const { inspection: after } = head
  // A move that is written counts before one that is implied.
  const moves = [...impliedMoves(before.resources, after.resources), ...declared]
  const pairs = match(before.resources, after.resources, moves)
  const all = pairs.map(resourceChange)
  const resources = all
    .filter(({ action, previousAddress }) => action !== 'no-op' || previousAddress)
    .sort(byDelta)
  const touched = new Set(resources.map(identityOf))
  const costsMoney = costsMoneyIn(after)
  const sum = total(pairs)
  const by = Object.fromEntries(
    BREAKDOWNS.map((dimension) => [dimension, byDimension(pairs, dimension)]),
  ) as unknown as Review['by']
  const sides = {
    before: { allocated: allocate(before.resources, config), resources: before.resources },
    after: { allocated: allocate(after.resources, config), resources: after.resources },
  }
  const sharing = sharingOf(sides.before.allocated, sides.after.allocated, config)
  const budgets = budgetUses(config.thresholds, { total: sum, by, sharing })
  const rename = renamer(moves)
  const ofResources = compareFindings(before.findings, after.findings, rename, {
    base: costsMoneyIn(before),
    head: (finding) => touched.has(identityOf(finding)) || costsMoney(finding),
  })
  const ofChange = checkChange({ config, budgets, by, resources, today })
  const { findings, accepted, added } = settle(
    {
      new: [...ofResources.new, ...ofChange.new],
      existing: [...ofResources.existing, ...ofChange.existing],
      fixed: [...ofResources.fixed, ...ofChange.fixed],
    },
    rename,
  )
  const { notLoaded, elsewhere } = notLoadedModules(before, after, resources)
  const notPriced = after.resources.flatMap((inspected) => notPricedParts(inspected, touched))
  return {
    base: base.label,
    head: head.label,
    total: sum,
    resources,
    by,
    owned: ownedChanges(pairs, sides.before.allocated, sides.after.allocated),
    sharing,
    budgets,
    economics: economicsOf(sides.before, sides.after, config),
    approval: approvalFor(sum, by.team, config),
    modelPhases: byModelAndPhase(pairs),
    coverage: {
      before: coverageOf(before.resources, config.schema),
      after: coverageOf(after.resources, config.schema),
    },
    findings,
    accepted,
    addedExemptions: added,
    notPriced,
    inexact: inexactCost(after.resources),
    assumptions: [...assumptionsOf(after.resources), ...after.assumptions],
    problems: after.problems,
    prices: after.prices,
    notLoaded,
    notes: [
      ...figureNotes(pairs, after.prices.currency),
      ...notes,
      ...(elsewhere > 0 ? [elsewhereNote(elsewhere)] : []),
    ],
    verdict: verdict({
      findings,
      budgets,
      failOn: config.failOn,
      changed: resources,
      notPriced,
      notLoaded: notLoaded.length,
    }),
    suggestions: [],
  }
}

/** Findings are about what costs money, or may: a free resource is checked only when a change touches it. */
export function costsMoneyIn({ resources }: Inspection): (finding: Finding) => boolean {
  const costly = new Set(
    resources.filter(({ estimate }) => estimate.kind !== 'free').map(({ resource }) => identityOf(resource)),
  )
  return (finding) => costly.has(identityOf(finding))
}

/**
 * The modules that are not loaded and may hide a part of this change: those of projects that it touches, and those that
 * it gives other inputs.
 */
function notLoadedModules(before: Inspection, after: Inspection, changes: readonly ResourceChange[]) {
  const touched = new Set(changes.map(({ project }) => project))
  const known = new Set(before.notLoaded.map(asCalled))
  const notLoaded = after.notLoaded.filter(
    (module) => touched.has(module.project) || !known.has(asCalled(module)),
  )
  return { notLoaded, elsewhere: after.notLoaded.length - notLoaded.length }
}

function asCalled({ project, address, source, version, inputs }: NotLoadedModule): string {
  return JSON.stringify([project, address, source, version, toPlain(inputs)])
}

function elsewhereNote(count: number): string {
  return `${count} ${count === 1 ? 'module' : 'modules'} that the change does not touch ${count === 1 ? 'is' : 'are'} not loaded either.`
}

function byDelta(a: ResourceChange, b: ResourceChange): number {
  const byMoney = Math.abs(b.cost.delta) - Math.abs(a.cost.delta)
  if (byMoney !== 0) return byMoney
  return identityOf(a) < identityOf(b) ? -1 : 1
}

function notPricedParts(
  { resource, estimate }: InspectedResource,
  touched: ReadonlySet<string>,
): readonly NotPriced[] {
  const { project, address } = resource
  const changed = touched.has(identityOf({ project, address }))
  switch (estimate.kind) {
    case 'free':
      return []
    case 'priced':
      return estimate.omissions.map(({ kind, because, description: part, isMain }) => ({
        project,
        address,
        kind,
        because,
        part,
        changed,
        ...(isMain && { isMain }),
      }))
    default: {
      const { kind, because } = estimate
      return [{ project, address, kind, because, part: undefined, changed }]
    }
  }
}

function inexactCost(resources: readonly InspectedResource[]): Usd {
  let inexact = ZERO
  for (const { estimate } of resources)
    if (estimate.kind === 'priced')
      for (const charge of estimate.charges)
        if (charge.basis.kind !== 'exact') inexact = add(inexact, costOfCharge(charge))
  return inexact
}

function assumptionsOf(resources: readonly InspectedResource[]): readonly string[] {
  const uses = new Map<string, number>()
  for (const { estimate } of resources)
    if (estimate.kind === 'priced' || estimate.kind === 'usageBased')
      for (const assumption of estimate.assumptions) uses.set(assumption, (uses.get(assumption) ?? 0) + 1)
  return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([assumption]) => assumption)
}
