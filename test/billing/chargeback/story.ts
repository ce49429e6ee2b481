import { chargebackRecords } from '../../../core/billing/chargeback/chargeback-records.ts'
import type { ChargebackMode } from '../../../core/billing/chargeback/record.ts'
import { readDecimal } from '../../../core/billing/decimal.ts'
import type { ChargeGroup } from '../../../core/billing/group-query.ts'
import { periodBill, readPeriod } from '../../../core/billing/period-bill.ts'
import type { Volumes } from '../../../core/billing/report/volumes.ts'
import { readConfig } from '../../../core/config/read-config.ts'
import { SourceFile } from '../../../core/source/source-file.ts'

/** Two teams with a model each on a platform that a third runs: monitoring is shared, the rest is covered by a fee. */
export const PLATFORM = `version: 1
teams: { fraud-ml: { budget: 40 }, search-ml: {}, ml-platform: {} }
models:
  fraud_xgb_v7: { team: fraud-ml, monthly-value: 50, monthly-predictions: 1e6, benchmark-per-1k: 0.02 }
  rank_v2: { team: search-ml }
shared:
  - { name: monitoring, match: { tags: { lifecycle_phase: monitoring } }, method: model-count }
  - { name: platform fee, method: flat, per-team: 5 }
`

export function configOf(text: string) {
  const { config, problems } = readConfig(new SourceFile('ascribe.yml', text))
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return config
}

export const FRAUD = { team: 'fraud-ml', model: 'fraud_xgb_v7', phase: 'training', environment: 'production' }
export const RANK = { team: 'search-ml', model: 'rank_v2', phase: 'inference', environment: 'production' }
export const MONITORING = { team: 'ml-platform', model: 'shared', phase: 'monitoring' }
export const CONTROL_PLANE = { team: 'ml-platform', model: 'shared', phase: 'inference' }

const ORDINARY = {
  day: '2026-10-01',
  service: 'Amazon EC2',
  category: 'Usage',
  currency: 'USD',
  unit: 'Hours',
}
type By = { readonly [Column in keyof ChargeGroup['by']]: string | undefined }

/** Charges as a bill says them: hours of EC2 in October, unless said otherwise. */
export function charge(cost: string, by: By, quantity = '1'): ChargeGroup {
  const amount = readDecimal(cost)!
  return {
    by: Object.fromEntries(
      Object.entries({ ...ORDINARY, ...by }).filter(([, value]) => value !== undefined),
    ) as ChargeGroup['by'],
    billed: amount,
    effective: amount,
    quantity: readDecimal(quantity)!,
    rows: 1,
    unreadable: { billed: 0, effective: 0 },
    firstDay: '2026-10-01',
    lastDay: '2026-10-01',
  }
}

export interface Told {
  readonly config?: ReturnType<typeof configOf>
  readonly period?: string
  readonly mode?: ChargebackMode
  readonly volumes?: Volumes
}

export const billOf = (
  groups: readonly ChargeGroup[],
  { config = configOf(PLATFORM), period = '2026-10' }: Told = {},
) => periodBill(groups, readPeriod(period), undefined, config)

export const recordsOf = (groups: readonly ChargeGroup[], told: Told = {}) =>
  chargebackRecords(
    billOf(groups, told),
    told.mode ?? 'showback',
    told.volumes,
    told.config ?? configOf(PLATFORM),
  )
