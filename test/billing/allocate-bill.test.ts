import assert from 'node:assert/strict'
import fc from 'fast-check'
import { allocateBill, type BillRules } from '../../core/billing/allocate-bill.ts'
import type { CostRow } from '../../core/billing/cost-rows.ts'
import { type Decimal, readDecimal, writeDecimal } from '../../core/billing/decimal.ts'
import { toMicros } from '../../core/billing/to-micros.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { sum, type Usd, usd } from '../../core/domain/money.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import '../support/fixed-seed.ts'

const { config, problems } = readConfig(
  new SourceFile(
    'ascribe.yml',
    `version: 1
teams: { fraud-ml: { cost-center: eng-risk }, search-ml: {}, ml-platform: {} }
models:
  fraud_xgb_v7: { team: fraud-ml }
  rank_v2: { team: search-ml }
shared:
  - { name: monitoring, match: { tags: { lifecycle_phase: monitoring } }, method: model-count }
  - { name: platform, match: { tags: { model_id: shared } }, method: direct-cost }
`,
  ),
)
const rules: BillRules = {
  ...config,
  isApart: ({ category }) => category === 'Tax',
}

const row = (owner: CostRow['owner'], dollars: number, more: Partial<CostRow> = {}): CostRow => ({
  day: '2026-10-01',
  provider: 'AWS',
  account: '1',
  service: 'Amazon EC2',
  category: 'Usage',
  isUnused: false,
  unit: 'Hours',
  owner,
  amount: usd(dollars),
  quantity: 0n as Decimal,
  rows: 1,
  ...more,
})
const FRAUD = { team: 'fraud-ml', model: 'fraud_xgb_v7', phase: 'training' }
const RANK = { team: 'search-ml', model: 'rank_v2', phase: 'inference' }

const amounts = (rows: readonly CostRow[]) =>
  allocateBill(rows, rules)
    .allocations.map(({ kind, owner, amount }) => [kind, owner.team, owner.model, owner.phase, amount / 1e6])
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

describe('whose bill it is', () => {
  it('the configuration of these stories is sound', () => assert.deepEqual(problems, []))

  it('what names team and model is theirs; what lacks one is untagged, and keeps what is known of it', () => {
    assert.deepEqual(amounts([row(FRAUD, 30), row({ team: 'fraud-ml' }, 5), row({}, 2)]), [
      ['direct', 'fraud-ml', 'fraud_xgb_v7', 'training', 30],
      ['untagged', 'fraud-ml', undefined, undefined, 5],
      ['untagged', undefined, undefined, undefined, 2],
    ])
  })

  it('monitoring goes to each model alike, the platform in proportion to direct costs', () => {
    const bill = [
      row(FRAUD, 30),
      row(RANK, 10),
      row({ team: 'ml-platform', phase: 'monitoring' }, 8),
      row({ team: 'ml-platform', model: 'shared' }, 20),
    ]
    assert.deepEqual(amounts(bill), [
      ['direct', 'fraud-ml', 'fraud_xgb_v7', 'training', 30],
      ['direct', 'search-ml', 'rank_v2', 'inference', 10],
      ['shared', 'fraud-ml', 'fraud_xgb_v7', 'monitoring', 4],
      ['shared', 'fraud-ml', 'fraud_xgb_v7', undefined, 15],
      ['shared', 'search-ml', 'rank_v2', 'monitoring', 4],
      ['shared', 'search-ml', 'rank_v2', undefined, 5],
    ])
  })

  it('a tax is apart, and nobody carries a part of a pool for it', () => {
    assert.deepEqual(
      amounts([
        row(FRAUD, 30),
        row({ ...RANK, model: 'other' }, 9, { category: 'Tax' }),
        row({ model: 'shared' }, 6),
      ]),
      [
        ['apart', 'search-ml', 'other', 'inference', 9],
        ['direct', 'fraud-ml', 'fraud_xgb_v7', 'training', 30],
        ['shared', 'fraud-ml', 'fraud_xgb_v7', undefined, 6],
      ],
    )
  })

  it('every millionth of any bill is somewhere, once', () => {
    const word = (...words: string[]) => fc.option(fc.constantFrom(...words), { nil: undefined })
    const any = fc
      .record({
        team: word('fraud-ml', 'search-ml', 'new-team'),
        model: word('fraud_xgb_v7', 'rank_v2', 'shared'),
        phase: word('training', 'monitoring'),
        amount: fc.integer({ min: -5e9, max: 5e9 }),
        category: fc.constantFrom('Usage', 'Tax', 'Credit'),
        day: fc.constantFrom('2026-10-01', '2026-10-02'),
      })
      .map(({ amount, category, day, ...owner }) => ({
        ...row(owner as CostRow['owner'], 0),
        amount: amount as Usd,
        category: category as CostRow['category'],
        day,
      }))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (rows) => {
        const { allocations, pools } = allocateBill(rows, rules)
        assert.equal(sum(allocations.map(({ amount }) => amount)), sum(rows.map(({ amount }) => amount)))
        for (const { amount, shared, kept, unallocated } of pools)
          assert.equal(shared + kept + unallocated, amount)
        assert.deepEqual(allocateBill(rows.toReversed(), rules), allocateBill(rows, rules))
      }),
    )
  })
})

describe('amounts of a bill', () => {
  const digits = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((value) => value as Decimal)

  it('are read as they are written', () => {
    fc.assert(fc.property(digits, (amount) => assert.equal(readDecimal(writeDecimal(amount)), amount)))
    assert.equal(readDecimal('1.5E-7'), 1500n)
    assert.equal(readDecimal('-0.00000000005'), -1n)
    for (const text of ['', '.', 'abc', '1,5', '1 2', 'Infinity', '0x10', '1_000'])
      assert.equal(readDecimal(text), undefined, text)
  })

  it('in millionths are their total, rounded once, and each is off by less than one', () => {
    fc.assert(
      fc.property(fc.array(digits, { maxLength: 30 }), (amounts) => {
        const micros = toMicros(amounts)
        const whole = amounts.reduce<bigint>((total, amount) => total + amount, 0n)
        const error = whole - BigInt(sum(micros)) * 10000n
        assert.ok(error >= -5000n && error <= 5000n, `${error}`)
        for (const [at, micro] of micros.entries()) {
          const off = amounts[at]! - BigInt(micro) * 10000n
          assert.ok(off > -10000n && off < 10000n, `${off}`)
        }
      }),
    )
  })
})
