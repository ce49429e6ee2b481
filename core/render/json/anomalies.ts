import type { Anomaly, AnomalyReport, MergedChange, Subject } from '../../billing/anomalies/anomaly.ts'
import { toDollars } from '../../domain/money.ts'
import type { Renderer } from '../renderer.ts'
import { printJson } from './document.ts'

/** schema/anomalies.schema.json; docs/anomalies.md. Amounts are in units of `currency`, those of merged changes a month. */
export const jsonAnomalies: Renderer<AnomalyReport> = (report) =>
  printJson({ ...report, anomalies: report.anomalies.map(anomalyJson) })

export const subjectJson = ({ kind, model, team }: Subject) => ({
  kind,
  model: model ?? null,
  team: team ?? null,
})

/** What has no figure, or no name, is null: missing, not left out. */
export function anomalyJson({ subject, because, resources, changes, ...rest }: Anomaly): object {
  return {
    subject: subjectJson(subject),
    ...rest,
    z: rest.z ?? null,
    above: rest.above ?? null,
    cost: toDollars(rest.cost),
    baseline: toDollars(rest.baseline),
    excess: toDollars(rest.excess),
    excessSoFar: toDollars(rest.excessSoFar),
    because: because.map(({ phase, service, excess }) => ({
      phase: phase ?? null,
      service: service ?? null,
      excess: toDollars(excess),
    })),
    resources: resources.map((part) => ({
      ...part,
      address: part.address ?? null,
      excess: toDollars(part.excess),
    })),
    changes: changes.map(changeJson),
  }
}

export function changeJson({ touched, ...change }: MergedChange): object {
  return {
    ...change,
    touched: touched.map(({ delta, ...each }) => ({
      ...each,
      delta: delta === undefined ? null : toDollars(delta),
    })),
  }
}
