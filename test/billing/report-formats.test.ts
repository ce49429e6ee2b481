import assert from 'node:assert/strict'
import fc from 'fast-check'
import { billReport } from '../../core/billing/report/build-report.ts'
import { csvRows } from '../../core/config/csv.ts'
import { sum, type Usd } from '../../core/domain/money.ts'
import { csvBillReport } from '../../core/render/csv/bill-report.ts'
import { jsonBillReport } from '../../core/render/json/bill-report.ts'
import { markdownBillReport } from '../../core/render/markdown/bill-report.ts'
import { terminalBillReport } from '../../core/render/terminal/bill-report.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import '../support/fixed-seed.ts'
import { matchesGolden } from '../support/golden.ts'
import { anyBill } from './chargeback/any-bill.ts'
import {
  billOf,
  CONTROL_PLANE,
  charge,
  configOf,
  FRAUD,
  MONITORING,
  PLATFORM,
  RANK,
} from './chargeback/story.ts'

const OPTIONS = { colour: false, width: 100 }
const ML_PLATFORM = PLATFORM.replace(
  'rank_v2: { team: search-ml }',
  'rank_v2: { team: search-ml, monthly-value: 12 }',
)

function reportOf(groups: Parameters<typeof billOf>[0], lacking: typeof groups = []) {
  const config = configOf(ML_PLATFORM)
  const bill = billOf(groups, { config })
  return billReport(
    bill,
    {
      source: { format: 'FOCUS', engine: 'test' },
      notes: ['7 charges spell the key "team" as "Team"'],
      untagged: lacking,
      ending: [],
      previous: undefined,
      volumes: undefined,
      asOf: '2026-10-12',
    },
    config,
  )
}

const OCTOBER = [
  charge('30', FRAUD, '12.5'),
  charge('10', RANK, '3'),
  charge('8', MONITORING),
  charge('25', CONTROL_PLANE),
  charge('5', { resource: 'i-01', resourceName: 'anna-test' }),
  charge('2', { resource: 'i-02' }),
  charge('3', { ...FRAUD, category: 'Tax' }),
]
const LACKING = [
  charge('5', { resource: 'i-01', resourceName: 'anna-test' }),
  { ...charge('2', { resource: 'i-02' }), firstDay: '2026-10-10' },
]

describe('a report of a bill as a file', () => {
  for (const [name, render] of [
    ['report.md', markdownBillReport],
    ['report.csv', csvBillReport],
  ] as const)
    it(name, () =>
      matchesGolden(render(reportOf(OCTOBER, LACKING), OPTIONS), `test/billing/golden/${name}.golden`),
    )

  it('Markdown marks what is overdue and what is due', () => {
    const text = markdownBillReport(reportOf(OCTOBER, LACKING), OPTIONS)
    assert.match(text, /^\| `anna-test` `i-01` .* 2026-10-08 \*\*overdue\*\* \|/m)
    assert.match(text, /^\| `i-02` .* 2026-10-17 \|/m)
  })

  it('CSV adds up to any bill, to the millionth', () => {
    fc.assert(
      fc.property(anyBill, (groups) => {
        fc.pre(groups.length > 0)
        const report = reportOf(groups)
        const [header = [], ...rows] = [
          ...csvRows(new SourceFile('report.csv', csvBillReport(report, OPTIONS))),
        ]
        const at = header.findIndex(({ text }) => text === 'amount')
        const amounts = rows.map((row) => Math.round(Number(row[at]!.text) * 1e6) as Usd)
        assert.equal(sum(amounts), report.total)
      }),
    )
  })

  it('names of a bill do nothing in it: no mention, no link, no tag, no formula, no column', () => {
    const evil = '=1+1|@everyone <script>alert(1)</script> [x](http://evil.example) `code` \n## head'
    const lacking = [charge('2', { resource: evil, resourceName: evil, service: evil })]
    const groups = [
      charge('9', { ...FRAUD, team: evil, model: evil, phase: evil, service: evil }),
      ...lacking,
    ]
    const report = reportOf(groups, lacking)
    const text = markdownBillReport(report, OPTIONS)
    assert.doesNotMatch(text.replace(/`[^`\n]*`/g, ''), /<script|@everyone|\]\(|http:\/\//)
    assert.doesNotMatch(text, /^## head/m)
    for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
      const widths = new Set(table.split('\n').map((line) => line.split('|').length))
      assert.equal(widths.size, 1, table)
    }
    const [header = [], ...rows] = [...csvRows(new SourceFile('report.csv', csvBillReport(report, OPTIONS)))]
    for (const row of rows) {
      assert.equal(row.length, header.length)
      for (const { text: cell } of row) assert.doesNotMatch(cell, /^[=+@]/)
    }
  })

  it('Markdown of two thousand models and resources fits into a job summary', () => {
    const many = Array.from({ length: 2_000 }, (_, at) =>
      charge('5', { ...FRAUD, model: `model_${at}`, team: `team-${at}`, service: `service ${at}` }),
    )
    const lacking = Array.from({ length: 2_000 }, (_, at) => charge('1', { resource: `i-${at}` }))
    const text = markdownBillReport(reportOf([...many, ...lacking], lacking), OPTIONS)
    assert.ok(text.length < 65_536, `${text.length}`)
    assert.match(text, /1,97\d others/)
  })

  it('the terminal has a grade with its parts, and none of what is not known', () => {
    const text = terminalBillReport(reportOf(OCTOBER), OPTIONS)
    const [, grades] = /^Efficiency, 0 to 1\n([\s\S]*?)\n\n/m.exec(text) ?? []
    assert.deepEqual(
      grades?.split('\n').map((line) => line.trim().split(/ {2,}/)),
      [
        ['model', 'grade', 'score', 'ROI', 'benchmark'],
        ['fraud_xgb_v7', 'D', '0.31', '0.07', '0.67'],
        ['rank_v2', 'D', '0.02', '0.02', 'not known'],
      ],
    )
  })

  it('the terminal names the dearest services, and adds up the others', () => {
    const many = Array.from({ length: 50 }, (_, at) =>
      charge(String(100 - at), { ...FRAUD, service: `service ${at}` }),
    )
    const text = terminalBillReport(reportOf(many), OPTIONS)
    assert.match(text, /^service 19 +\$81\nand 30 others +\$1,965$/m)
  })

  it('JSON and the terminal have what is to be optimised and who is over budget', () => {
    const report = reportOf(OCTOBER)
    const { optimisations, overBudget } = JSON.parse(jsonBillReport(report, OPTIONS))
    assert.deepEqual(
      optimisations.map(({ model, excess }: { model: string; excess: number }) => [
        model,
        Number(excess.toFixed(2)),
      ]),
      [
        ['fraud_xgb_v7', 13.33],
        ['rank_v2', 6],
      ],
    )
    assert.deepEqual([overBudget.length, report.overBudget.length], [0, 0])
    assert.match(
      terminalBillReport(report, OPTIONS),
      /^fraud_xgb_v7, LOW_ROI: costs \$30, is worth \$50; \$13 too much$/m,
    )
  })
})
