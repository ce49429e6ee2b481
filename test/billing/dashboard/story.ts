import assert from 'node:assert/strict'
import { dashboards } from '../../../core/billing/dashboard/build-dashboards.ts'
import type { Dashboard, Dashboards } from '../../../core/billing/dashboard/dashboard.ts'
import { readDecimal } from '../../../core/billing/decimal.ts'
import type { ChargeGroup } from '../../../core/billing/group-query.ts'
import { type PeriodBill, periodBefore, periodBill, readPeriod } from '../../../core/billing/period-bill.ts'
import type { BillReport } from '../../../core/billing/report/bill-report.ts'
import { billReport } from '../../../core/billing/report/build-report.ts'
import { readConfig } from '../../../core/config/read-config.ts'
import { SourceFile } from '../../../core/source/source-file.ts'

export const YML = `version: 1
schema: { preset: ml-attribution }
teams:
  fraud-ml: { cost-center: eng-risk, budget: 100 }
  search-ml: { budget: 1000 }
  ml-platform: {}
  research: {}
models:
  fraud_xgb_v7: { team: fraud-ml, project: fraud, monthly-predictions: 1e6, monthly-value: 2000, benchmark-per-1k: 0.1 }
  rank_v2: { team: search-ml, project: ranking, monthly-value: 30, budget: 20 }
shared:
  - { name: monitoring, match: { tags: { lifecycle_phase: monitoring } }, method: model-count }
  - { name: platform, match: { tags: { model_id: shared } }, method: flat, per-team: 5 }
bill: { cost: effective }
`

export const FRAUD = {
  team: 'fraud-ml',
  model: 'fraud_xgb_v7',
  project: 'fraud',
  phase: 'training',
  environment: 'production',
}
export const RANK = {
  team: 'search-ml',
  model: 'rank_v2',
  project: 'ranking',
  phase: 'inference',
  environment: 'production',
}
export const MONITORING = {
  team: 'ml-platform',
  model: 'shared',
  phase: 'monitoring',
  environment: 'production',
}
export const PLATFORM = { team: 'ml-platform', model: 'shared', environment: 'production' }

/** A charge of a day, as an export's rows are grouped. */
export function charge(
  day: string | undefined,
  dollars: number | string,
  by: ChargeGroup['by'] = {},
): ChargeGroup {
  const cost = readDecimal(String(dollars))!
  return {
    by: {
      service: 'Amazon EC2',
      category: 'Usage',
      currency: 'USD',
      ...(day !== undefined && { day }),
      ...by,
    },
    billed: cost,
    effective: cost,
    quantity: readDecimal('1')!,
    rows: 1,
    unreadable: { billed: 0, effective: 0 },
    firstDay: day,
    lastDay: day,
  }
}

export interface Story {
  readonly report: BillReport
  readonly bill: PeriodBill
  readonly pages: Dashboards
  page(team: string): Dashboard
}

/** The dashboards of a month, from charges of it and of months before. */
export function storyOf(
  charges: readonly ChargeGroup[],
  period = '2026-10',
  yml = YML,
  resources: readonly ChargeGroup[] = [],
): Story {
  const { config, problems } = readConfig(new SourceFile('ascribe.yml', yml))
  assert.deepEqual(problems, [])
  const asked = readPeriod(period)!
  const within = (from: string, until: string) =>
    charges.filter(({ by: { day } }) => day !== undefined && day >= from && day < until)
  const undated = charges.filter(({ by }) => by.day === undefined)
  const bill = periodBill([...within(asked.from, asked.until), ...undated], asked, 'USD', config)
  const before = periodBefore(asked)
  const earlier = [before, periodBefore(before)].flatMap((each) => {
    const groups = within(each.from, each.until)
    return groups.length === 0 ? [] : [periodBill(groups, each, 'USD', { ...config, isOver: true })]
  })
  const report = billReport(
    bill,
    {
      source: { format: 'FOCUS', engine: 'a test' },
      notes: [],
      untagged: [],
      ending: [],
      previous: earlier[0],
      volumes: undefined,
      asOf: '2026-11-02',
    },
    config,
  )
  const pages = dashboards(report, bill, earlier, config, resources)
  return {
    report,
    bill,
    pages,
    page: (team) => pages.teams.find(({ scope }) => scope.kind === 'team' && scope.team === team)!,
  }
}

/** A month of two models on one platform, with a tax, a credit and what nobody tagged. */
export const OCTOBER = [
  charge('2026-10-01', 30, FRAUD),
  charge('2026-10-02', 90, FRAUD),
  charge('2026-10-02', 40, RANK),
  charge('2026-10-31', 12, { ...RANK, phase: 'training', environment: 'staging' }),
  charge('2026-10-01', 8, MONITORING),
  charge('2026-10-03', 2, MONITORING),
  charge('2026-10-01', 25, PLATFORM),
  charge('2026-10-04', 17, { team: 'search-ml', phase: 'training' }),
  charge('2026-10-05', 3.5, { project: 'fraud' }),
  charge('2026-10-01', 6, { category: 'Tax' }),
  charge('2026-10-01', -4, { category: 'Credit' }),
  charge('2026-10-01', 9, { commitment: 'Unused', service: 'Savings Plans' }),
]
export const SEPTEMBER = [
  charge('2026-09-10', 70, FRAUD),
  charge('2026-09-10', 45, RANK),
  charge('2026-09-11', 10, PLATFORM),
]

/** Five owners a model, so that there are ten thousand. */
export function big(): Story {
  const charges = Array.from({ length: 10_000 }, (_, at) => {
    const model = at % 2_000
    return charge(`2026-10-${String((at % 31) + 1).padStart(2, '0')}`, 10 + (at % 97), {
      ...RANK,
      model: `model_${model}`,
      team: `team-${model % 50}`,
      phase: ['training', 'inference', 'feature_pipeline'][at % 3]!,
      service: ['Amazon EC2', 'Amazon S3', 'Amazon SageMaker'][Math.floor(at / 2_000) % 3]!,
    })
  })
  return storyOf(charges)
}
