import assert from 'node:assert/strict'
import { modelCard } from '../../../core/billing/efficiency/model-card.ts'
import type { ChargeGroup } from '../../../core/billing/group-query.ts'
import { billReport } from '../../../core/billing/report/build-report.ts'
import type { Volumes } from '../../../core/billing/report/volumes.ts'
import { htmlModelCard } from '../../../core/render/html/model-card.ts'
import { markdownModelCard } from '../../../core/render/markdown/model-card.ts'
import { matchesGolden } from '../../support/golden.ts'
import { billOf, charge, configOf, FRAUD, MONITORING, RANK } from '../chargeback/story.ts'

const OPTIONS = { colour: false, width: 100 }
const CATALOGUE = `version: 1
teams: { fraud-ml: {}, search-ml: {} }
models:
  fraud_xgb_v7: { team: fraud-ml, budget: 50, monthly-value: 80, monthly-predictions: 1e6, benchmark-per-1k: 0.02 }
  rank_v2: { team: search-ml }
shared:
  - { name: monitoring, match: { tags: { lifecycle_phase: monitoring } }, method: model-count }
`

const inMonth = (month: string, groups: readonly ChargeGroup[]) =>
  groups.map((group) => ({ ...group, by: { ...group.by, day: `${month}-01` } }))
const OCTOBER = [
  charge('30', FRAUD),
  charge('10', { ...FRAUD, phase: 'inference', service: 'Amazon SageMaker' }),
  charge('10', RANK),
  charge('8', MONITORING),
]
const SEPTEMBER = inMonth('2026-09', [charge('20', FRAUD), charge('10', RANK)])

function cardOf(
  model: string,
  groups = OCTOBER,
  earlier = [SEPTEMBER],
  volumes: Volumes | undefined = undefined,
) {
  const config = configOf(CATALOGUE)
  const bill = billOf(groups, { config })
  const before = earlier.map((each, at) => billOf(each, { config, period: `2026-0${9 - at}` }))
  const report = billReport(
    bill,
    {
      source: { format: 'FOCUS', engine: 'test' },
      notes: [],
      untagged: [],
      ending: [],
      previous: before[0],
      volumes,
      asOf: undefined,
    },
    config,
  )
  return modelCard(
    model,
    report,
    bill,
    before,
    ({ from }) => (from === '2026-10-01' ? volumes : undefined),
    config,
  )
}

describe('the card of a model', () => {
  for (const [name, render] of [
    ['card.md', markdownModelCard],
    ['card.html', htmlModelCard],
  ] as const)
    it(name, () => {
      const volumes = new Map([['fraud_xgb_v7', { predictions: 2_000_000, value: 90 }]])
      matchesGolden(
        render(cardOf('fraud_xgb_v7', OCTOBER, [SEPTEMBER], volumes)!, OPTIONS),
        `test/billing/efficiency/golden/${name}.golden`,
      )
    })

  it('shows how the cost went: predictions are those of each month, or said to be stated', () => {
    const volumes = new Map([['fraud_xgb_v7', { predictions: 2_000_000, value: undefined }]])
    const text = markdownModelCard(cardOf('fraud_xgb_v7', OCTOBER, [SEPTEMBER], volumes)!, OPTIONS)
    assert.match(text, /^\| 2026-09 \| &#36;20 \| {2}\| 1,000,000 \(stated\) \| &#36;0\.02 \|/m)
    assert.match(text, /^\| 2026-10 \| &#36;44 \| \+&#36;24 \(\+120.0%\) \| 2,000,000 \| &#36;0\.02 \|/m)
  })

  it('compares nothing with a month of which the bill has a part', () => {
    const late = SEPTEMBER.map((group) => ({ ...group, by: { ...group.by, day: '2026-09-20' } }))
    const text = markdownModelCard(cardOf('fraud_xgb_v7', OCTOBER, [late])!, OPTIONS)
    assert.match(text, /^\| 2026-09 \(from 2026-09-20\) \| &#36;20 \|/m)
    assert.match(text, /^\| 2026-10 \| &#36;44 \| {2}\|/m)
  })

  it('grades nothing that is not known, and says why', () => {
    const text = markdownModelCard(cardOf('rank_v2')!, OPTIONS)
    assert.match(text, /^\| Grade \| unknown \|$/m)
    assert.match(text, /^\| Value \| unknown \|$/m)
    assert.match(text, /^- its monthly value is not stated$/m)
  })

  it('is there for a model that the catalogue does not know, and for none that the bill does not', () => {
    const trial = charge('3', { ...RANK, model: 'trial' })
    assert.match(
      markdownModelCard(cardOf('trial', [...OCTOBER, trial])!, OPTIONS),
      /it is no model of the catalogue/,
    )
    assert.equal(cardOf('nothing'), undefined)
  })

  it('shows names of a bill as they are, and does nothing with them', () => {
    const evil = '</title><script>alert(1)</script>|@all `x` [a](http://b)'
    const card = cardOf(
      evil,
      [charge('3', { ...RANK, model: evil, team: evil, service: evil, phase: evil })],
      [],
    )!
    const page = htmlModelCard(card, OPTIONS)
    assert.doesNotMatch(page, /<script/)
    assert.doesNotMatch(page, /(?:src|href)=/)
    const text = markdownModelCard(card, OPTIONS)
    assert.doesNotMatch(text, /<script|@all|\]\(/)
    for (const table of text
      .trimEnd()
      .split('\n\n')
      .filter((part) => part.startsWith('|')))
      assert.equal(new Set(table.split('\n').map((line) => line.split('|').length)).size, 1, table)
  })
})
