import {
  type AnomalyOptions,
  type AnomalyReport,
  addressesBy,
  type Config,
  type DailyBill,
  dailyBill,
  dailyQuery,
  findAnomalies,
  resourceParts,
  resourcesQuery,
  type StateIds,
} from '../core/index.ts'
import type { ReadableBill } from './read-bill.ts'

/** Anomalies beyond these are told without their resources. */
const MOST_ASKED = 20

export interface BillAnomalies {
  readonly report: AnomalyReport
  readonly daily: DailyBill
}

/** The anomalies of a bill, each with the resources that its difference is of; `ids` are those of a Terraform state. */
export async function findBillAnomalies(
  bill: ReadableBill,
  config: Config,
  currency: string | undefined,
  options: AnomalyOptions,
  ids: StateIds = new Map(),
): Promise<BillAnomalies> {
  const [groups] = await bill.groups([dailyQuery])
  const daily = dailyBill(groups!, config.bill.cost, currency, config)
  const report = findAnomalies(daily, options)
  const asked = report.anomalies.slice(0, MOST_ASKED)
  if (asked.length === 0) return { report, daily }
  const [resources] = await bill.groups([resourcesQuery(asked, daily)])
  const addressOf = addressesBy(ids)
  const anomalies = report.anomalies.map((anomaly, at) =>
    at < MOST_ASKED
      ? { ...anomaly, resources: resourceParts(resources!, anomaly, daily, addressOf) }
      : anomaly,
  )
  return { report: { ...report, anomalies }, daily }
}
