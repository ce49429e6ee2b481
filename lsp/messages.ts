import { type EditorSummary, toDollars, type WhatIf } from '../core/index.ts'
import type { FolderTree } from './folder-tree.ts'

/** The answer to `ascribe/summary`; amounts in US dollars a month. Of several folders, all together. */
export function summaryMessage(
  all: readonly { readonly folder: FolderTree; readonly summary: EditorSummary }[],
  priceDate: string,
) {
  const deltas = all.flatMap(({ summary: { delta } }) => delta ?? [])
  return {
    total: total(all.map(({ summary }) => summary.total)),
    delta: all.length > 0 && deltas.length === all.length ? total(deltas) : null,
    currency: 'USD',
    priceDate,
    models: all.flatMap(({ folder, summary }) =>
      summary.models.map(({ name, team, total: cost, phases }) => ({
        name,
        team: team ?? null,
        total: toDollars(cost),
        phases: phases.map((phase) => ({
          name: phase.name,
          total: toDollars(phase.total),
          resources: phase.resources.map(({ address, cost: own, place }) => ({
            address,
            cost: toDollars(own),
            uri: folder.uriOf(place.path),
            range: place.range,
          })),
        })),
      })),
    ),
    findings: {
      errors: total(
        all.map(({ summary }) => summary.findings.error),
        1,
      ),
      warnings: total(
        all.map(({ summary }) => summary.findings.warning),
        1,
      ),
    },
  }
}

function total(amounts: readonly number[], unit = 1e6): number {
  return amounts.reduce((sum, amount) => sum + amount, 0) / unit
}

/** The answer to `ascribe/whatIf`. */
export function whatIfMessage({ resource, current, choices }: WhatIf, uri: string) {
  return {
    resource,
    current: { instanceType: current.instanceType, monthlyCost: toDollars(current.monthlyCost) },
    choices: choices.map(({ instanceType, monthlyCost, delta, range, newText }) => ({
      instanceType,
      monthlyCost: toDollars(monthlyCost),
      delta: toDollars(delta),
      edit: { changes: { [uri]: [{ range, newText }] } },
    })),
  }
}
