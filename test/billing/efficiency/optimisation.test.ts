import assert from 'node:assert/strict'
import type { OwnedSuggestion } from '../../../core/billing/efficiency/optimisation.ts'
import { billReport } from '../../../core/billing/report/build-report.ts'
import { type Usd, usd } from '../../../core/domain/money.ts'
import { billOf, charge, configOf } from '../chargeback/story.ts'

const CATALOGUE = `version: 1
teams: { fraud-ml: { budget: 100 }, search-ml: { budget: 1000 }, ads-ml: {} }
models:
  worth_it: { team: fraud-ml, monthly-value: 500, monthly-predictions: 1e6, benchmark-per-1k: 0.05 }
  barely: { team: fraud-ml, monthly-value: 90, monthly-predictions: 1e6, benchmark-per-1k: 0.03 }
  loses: { team: search-ml, monthly-value: 30, monthly-predictions: 1e6 }
  nobody_knows: { team: ads-ml }
  idle: { team: ads-ml, monthly-value: 50, monthly-predictions: 0, benchmark-per-1k: 0.03 }
  free: { team: ads-ml, monthly-value: 50, monthly-predictions: 1e6, benchmark-per-1k: 0.03 }
`
const of = (model: string, team: string, phase = 'inference') => ({
  model,
  team,
  phase,
  environment: 'production',
})

const OCTOBER = [
  charge('20', of('worth_it', 'fraud-ml')),
  charge('55', of('barely', 'fraud-ml')),
  charge('35', { ...of('barely', 'fraud-ml', 'training'), environment: 'development' }),
  charge('80', of('loses', 'search-ml')),
  charge('40', of('nobody_knows', 'ads-ml')),
  charge('10', of('idle', 'ads-ml')),
  charge('0', of('free', 'ads-ml')),
]

const reportOf = (groups = OCTOBER, period = '2026-10', suggestions: readonly OwnedSuggestion[] = []) => {
  const config = configOf(CATALOGUE)
  const ending = [
    {
      ...charge('12', {
        ...of('loses', 'search-ml'),
        resource: 'i-7',
        resourceName: 'old-trial',
        expires: '2026-10-09',
      }),
      lastDay: '2026-10-31',
    },
  ]
  return billReport(
    billOf(groups, { config, period }),
    {
      source: { format: 'FOCUS', engine: 'test' },
      notes: [],
      untagged: [],
      ending,
      previous: undefined,
      volumes: undefined,
      asOf: '2026-11-02',
      suggestions,
    },
    config,
  )
}

describe('models to optimise', () => {
  it('are those of a known value below three times their cost, the most to save first', () => {
    assert.deepEqual(
      reportOf().optimisations.map(({ model, efficiency, excess }) => [model, efficiency, excess / 1e6]),
      [
        ['loses', 'LOSS_MAKING', 70],
        ['barely', 'LOW_ROI', 25],
      ],
    )
  })

  it('are never those whose value is not known, that cost nothing, or of a part of a month', () => {
    const grades = new Map(reportOf().models.map(({ model, economics }) => [model, economics?.grade]))
    assert.equal(grades.get('nobody_knows'), 'unknown')
    assert.equal(grades.get('free'), 'unknown')
    assert.deepEqual(reportOf(OCTOBER, '2026-10-01..2026-10-15').optimisations, [])
  })

  it('show the parts of a score, and leave out what is not known', () => {
    const parts = new Map(reportOf().models.map(({ model, economics }) => [model, economics]))
    // (500 − 20) / 20 = 24, capped at 10; 0.05 / 0.02 is above the benchmark.
    assert.deepEqual(parts.get('worth_it')?.parts, { roi: 1, benchmark: 1 })
    assert.equal(parts.get('worth_it')?.grade, 'A')
    // It makes no predictions: that is no benchmark that it meets.
    assert.deepEqual(parts.get('idle')?.parts, { roi: 0.4, benchmark: undefined })
    assert.equal(parts.get('idle')?.score, 0.4)
    assert.deepEqual(parts.get('nobody_knows')?.parts, { roi: undefined, benchmark: undefined })
    assert.equal(parts.get('loses')?.parts.roi, 0)
  })

  it('of a quarter are worth three months', () => {
    const quarter = ['2026-10-01', '2026-11-01', '2026-12-31'].flatMap((day) =>
      OCTOBER.map((group) => ({ ...group, by: { ...group.by, day } })),
    )
    const { optimisations, models } = reportOf(quarter, '2026-Q4')
    assert.deepEqual(
      optimisations.map(({ model, cost, value, excess }) => [model, cost / 1e6, value, excess / 1e6]),
      [
        ['loses', 240, 90, 210],
        ['barely', 165, 270, 75],
      ],
    )
    assert.equal(models.find(({ model }) => model === 'worth_it')?.economics?.grade, 'A')
  })

  it('come with what they cost most for, and what there is to do', () => {
    const suggestions: OwnedSuggestion[] = [
      {
        team: 'search-ml',
        model: 'loses',
        suggestion: { address: 'aws_ebs_volume.data', what: 'gp3 in place of gp2', saves: usd(20) },
      },
      {
        team: 'ads-ml',
        model: 'idle',
        suggestion: { address: 'aws_instance.other', what: 'smaller', saves: usd(90) },
      },
    ]
    const [loses] = reportOf(OCTOBER, '2026-10', suggestions).optimisations
    assert.deepEqual(loses?.items, [
      { model: 'loses', phase: 'inference', service: 'Amazon EC2', pool: undefined, amount: 80e6 as Usd },
    ])
    assert.deepEqual(loses?.advice, [
      { about: 'aws_ebs_volume.data', what: 'gp3 in place of gp2', saves: usd(20) },
      { about: 'old-trial', what: 'terminate it: it was to end on 2026-10-09', saves: usd(12) },
    ])
  })
})

describe('teams over budget', () => {
  it('are told by how much, with their largest items, every environment counted', () => {
    const { overBudget } = reportOf()
    assert.deepEqual(
      overBudget.map(({ team, budget, amount, over, items }) => [
        team,
        budget / 1e6,
        amount / 1e6,
        over / 1e6,
        items.map(({ model, phase, amount: part }) => `${model} ${phase} ${part / 1e6}`),
      ]),
      [['fraud-ml', 100, 110, 10, ['barely inference 55', 'barely training 35', 'worth_it inference 20']]],
    )
  })

  it('are measured by as many months as there are', () => {
    assert.deepEqual(reportOf(OCTOBER, '2026-Q4').overBudget, [])
    assert.deepEqual(
      reportOf(OCTOBER, '2026-10-01..2026-10-01').overBudget.map(({ team }) => team),
      ['fraud-ml', 'search-ml'],
    )
  })
})
