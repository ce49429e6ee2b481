import { type Currency, type EditorSummary, toDollars, US_DOLLAR, usd, type WhatIf } from '../core/index.ts'
import type { FolderTree } from './folder-tree.ts'

interface FolderSummary {
  readonly folder: FolderTree
  readonly summary: EditorSummary
  /** Undefined: US dollars. */
  readonly currency: Currency | undefined
}

/**
 * The answer to `ascribe/summary`; amounts a month. Of several folders, all together: in US dollars where they are in
 * several currencies, at the rates that they state.
 */
export function summaryMessage(all: readonly FolderSummary[], priceDate: string) {
  const codes = new Set(all.map(({ currency }) => currency?.code ?? US_DOLLAR))
  const [code = US_DOLLAR] = codes
  const amount = (cost: EditorSummary['total'], { currency }: FolderSummary): number =>
    toDollars(codes.size > 1 && currency ? usd(toDollars(cost) / currency.perUsd) : cost)
  const deltas = all.flatMap((one) =>
    one.summary.delta === undefined ? [] : [amount(one.summary.delta, one)],
  )
  return {
    total: total(all.map((one) => amount(one.summary.total, one))),
    delta: all.length > 0 && deltas.length === all.length ? total(deltas) : null,
    currency: codes.size > 1 ? US_DOLLAR : code,
    priceDate,
    models: all.flatMap((one) =>
      one.summary.models.map(({ name, team, total: cost, phases }) => ({
        name,
        team: team ?? null,
        total: amount(cost, one),
        phases: phases.map((phase) => ({
          name: phase.name,
          total: amount(phase.total, one),
          resources: phase.resources.map(({ address, cost: own, place }) => ({
            address,
            cost: amount(own, one),
            uri: one.folder.uriOf(place.path),
            range: place.range,
          })),
        })),
      })),
    ),
    findings: {
      errors: total(all.map(({ summary }) => summary.findings.error)),
      warnings: total(all.map(({ summary }) => summary.findings.warning)),
    },
  }
}

/** To the millionth, which is what they are exact to. */
function total(amounts: readonly number[]): number {
  return toDollars(usd(amounts.reduce((sum, amount) => sum + amount, 0)))
}

/** The answer to `ascribe/whatIf`. */
export function whatIfMessage({ resource, current, choices }: WhatIf, currency: string, uri: string) {
  return {
    currency,
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
