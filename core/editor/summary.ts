import type { Severity } from '../domain/finding.ts'
import { subtract, type Usd } from '../domain/money.ts'
import { namer } from '../render/report/name-of.ts'
import { costsMoneyIn } from '../review/compare.ts'
import type { InspectedResource, Inspection } from '../review/inspection.ts'
import type { Baseline } from './baseline.ts'
import { totalOf } from './block-costs.ts'
import { countBySeverity } from './diagnostics.ts'
import { type Place, placeOf } from './places.ts'

/** Whose money a tree spends: models, their phases, and the resources of each, the dearest first. */
export interface EditorSummary {
  readonly total: Usd
  /** Undefined where there is nothing to compare with. */
  readonly delta: Usd | undefined
  readonly priceDate: string
  readonly models: readonly ModelSummary[]
  readonly findings: Readonly<Record<Severity, number>>
}

export interface ModelSummary {
  /** Undefined for what has no model. */
  readonly name: string
  readonly team: string | undefined
  readonly total: Usd
  readonly phases: readonly PhaseSummary[]
}

export interface PhaseSummary {
  readonly name: string
  readonly total: Usd
  readonly resources: readonly { readonly address: string; readonly cost: Usd; readonly place: Place }[]
}

export function summaryOf(inspection: Inspection, baseline: Baseline | undefined): EditorSummary {
  const { resources, findings, prices } = inspection
  const total = totalOf(resources)
  const nameOf = namer(resources.map(({ resource }) => resource))
  const costly = resources.filter(({ cost }) => cost > 0)
  const models = groups(costly, ({ owner }) => named(owner.model, 'unattributed', 'model unknown')).map(
    ([name, own]): ModelSummary => ({
      name,
      team: teamOf(own),
      total: totalOf(own),
      phases: groups(own, ({ owner }) => named(owner.phase, 'no phase', 'phase unknown')).map(
        ([phase, ofPhase]) => ({
          name: phase,
          total: totalOf(ofPhase),
          resources: [...ofPhase]
            .sort((a, b) => b.cost - a.cost)
            .map(({ resource, cost }) => ({
              address: nameOf(resource),
              cost,
              place: placeOf(editableRange(resource)),
            })),
        }),
      ),
    }),
  )
  return {
    total,
    delta: baseline && subtract(total, baseline.total),
    priceDate: prices.date,
    models,
    findings: countBySeverity(findings.filter(costsMoneyIn(inspection))),
  }
}

function named(attributed: InspectedResource['owner']['model'], missing: string, unknown: string): string {
  return attributed.kind === 'known' ? attributed.value : attributed.kind === 'missing' ? missing : unknown
}

/** The dearest first. */
function groups(
  resources: readonly InspectedResource[],
  nameOf: (inspected: InspectedResource) => string,
): readonly (readonly [string, readonly InspectedResource[]])[] {
  const byName = new Map<string, InspectedResource[]>()
  for (const inspected of resources) {
    const name = nameOf(inspected)
    const group = byName.get(name)
    if (group) group.push(inspected)
    else byName.set(name, [inspected])
  }
  return [...byName].sort(([a, m], [b, n]) => totalOf(n) - totalOf(m) || (a < b ? -1 : 1))
}

function teamOf(resources: readonly InspectedResource[]): string | undefined {
  const teams = new Set(
    resources.flatMap(({ owner }) => (owner.team.kind === 'known' ? [owner.team.value] : [])),
  )
  return teams.size === 0 ? undefined : [...teams].sort().join(', ')
}

/** Where the user can change it: the call, for what lies in a downloaded module. */
function editableRange({ range, moduleCalls }: InspectedResource['resource']) {
  return /(^|\/)\.terraform\//.test(range.source.path) ? (moduleCalls[0]?.range ?? range) : range
}
