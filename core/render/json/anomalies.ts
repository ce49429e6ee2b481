import type { Anomaly, AnomalyReport } from '../../billing/anomalies/anomaly.ts'
import { toDollars } from '../../domain/money.ts'
import type { Renderer } from '../renderer.ts'
import { printJson } from './document.ts'

/** schema/anomalies.schema.json. Amounts are in units of `currency`, those of merged changes a month. */
export const jsonAnomalies: Renderer<AnomalyReport> = (report) =>
  printJson({ ...report, anomalies: report.anomalies.map(anomalyJson) })

export function anomalyJson({ subject, because, resources, changes, ...rest }: Anomaly): object {
  return {
    ...rest,
    subject,
    cost: toDollars(rest.cost),
    baseline: toDollars(rest.baseline),
    excess: toDollars(rest.excess),
    excessSoFar: toDollars(rest.excessSoFar),
    because: because.map((part) => ({ ...part, excess: toDollars(part.excess) })),
    resources: resources.map((part) => ({ ...part, excess: toDollars(part.excess) })),
    changes: changes.map(({ touched, ...change }) => ({
      ...change,
      touched: touched.map((each) => ({
        ...each,
        delta: each.delta === undefined ? undefined : toDollars(each.delta),
      })),
    })),
  }
}
