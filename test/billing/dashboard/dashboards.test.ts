import assert from 'node:assert/strict'
import fc from 'fast-check'
import { datedParts } from '../../../core/billing/dashboard/dated-parts.ts'
import type { Fact, FactKind } from '../../../core/billing/dashboard/facts.ts'
import { foldFacts } from '../../../core/billing/dashboard/fold-facts.ts'
import type { ChargeGroup } from '../../../core/billing/group-query.ts'
import { sum, toDollars, type Usd, usd } from '../../../core/domain/money.ts'
import { charge, FRAUD, MONITORING, OCTOBER, PLATFORM, RANK, SEPTEMBER, storyOf, YML } from './story.ts'
import '../../support/fixed-seed.ts'

const now = (facts: readonly Fact[]): Usd => sum(facts.map(({ periods }) => periods.at(-1)!))
const actual = (facts: readonly Fact[]) => facts.filter(({ isSpread }) => !isSpread)
const of = (kind: FactKind, facts: readonly Fact[]) => facts.filter((fact) => fact.kind === kind)

const anyCharge: fc.Arbitrary<ChargeGroup> = fc
  .record({
    owner: fc.constantFrom<ChargeGroup['by']>(
      FRAUD,
      RANK,
      MONITORING,
      PLATFORM,
      { team: 'fraud-ml' },
      { project: 'fraud' },
      { team: 'new team', model: 'unheard_of' },
      {},
    ),
    category: fc.constantFrom('Usage', 'Tax', 'Credit', 'Purchase', 'Adjustment'),
    commitment: fc.constantFrom(undefined, 'Unused'),
    service: fc.constantFrom('Amazon EC2', 'Amazon S3'),
    day: fc.constantFrom('2026-10-01', '2026-10-02', '2026-10-17', '2026-09-30', undefined),
    micros: fc.integer({ min: -2e9, max: 9e9 }),
  })
  .map(({ owner, category, commitment, service, day, micros }) =>
    charge(day, (micros / 1e6).toFixed(6), {
      ...owner,
      category,
      service,
      ...(commitment !== undefined && { commitment }),
    }),
  )
const anyBill = fc.array(anyCharge, { minLength: 1, maxLength: 25 })

describe('the dashboards of a bill', () => {
  it('teams and what is nobody’s are the bill, shared costs in the teams’ totals', () => {
    const { pages, report, page } = storyOf(OCTOBER)
    assert.equal(toDollars(pages.all.total), 238.5)
    assert.equal(pages.all.total, report.total)
    // Of the monitoring half each, 5 a team of the platform; the rest stays with the platform's own team.
    assert.equal(toDollars(page('fraud-ml').total), 30 + 90 + 5 + 5)
    assert.equal(toDollars(page('search-ml').total), 40 + 12 + 17 + 5 + 5)
    for (const { name, amount } of report.by.team)
      if (name !== undefined) assert.equal(page(name).total, amount, name)
  })

  it('a team’s page says what it is a part of, and names no other team', () => {
    const { page } = storyOf([...SEPTEMBER, ...OCTOBER])
    const own = page('search-ml')
    assert.equal(toDollars(own.billed), 238.5)
    assert.deepEqual(
      { ...own.coverage },
      { direct: usd(52), shared: usd(10), untagged: usd(17), unallocated: 0, apart: 0 },
    )
    const text = JSON.stringify(own, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    assert.ok(!text.includes('fraud-ml') && !text.includes('fraud_xgb_v7'))
  })

  it('a part of a pool falls on the days on which the pool was billed', () => {
    const { page } = storyOf(OCTOBER)
    const monitoring = page('fraud-ml').facts.find(({ kind, of: { phase } }) => kind === 'shared' && phase)!
    assert.deepEqual(monitoring.days.slice(0, 4).map(toDollars), [4, 0, 1, 0])
  })

  it('months before stand beside the month, shared in the same way, and tell where they begin late', () => {
    const { page, pages } = storyOf([...SEPTEMBER, ...OCTOBER])
    assert.deepEqual(
      page('fraud-ml').periods.map(({ period, total, startsLate }) => [
        period.from,
        toDollars(total),
        startsLate,
      ]),
      [
        ['2026-09-01', 75, '2026-09-10'],
        ['2026-10-01', 130, undefined],
      ],
    )
    assert.deepEqual(
      pages.all.periods.map(({ total }) => toDollars(total)),
      [125, 238.5],
    )
    assert.equal(page('fraud-ml').change!.before, usd(75))
    assert.deepEqual(
      page('fraud-ml').change!.movers.map(({ model, delta }) => [model, toDollars(delta)]),
      [['fraud_xgb_v7', 50]],
    )
  })

  it('a model’s value and grade are on its own team’s page', () => {
    const { page } = storyOf(OCTOBER)
    const [model] = page('fraud-ml').models
    assert.equal(model!.model, 'fraud_xgb_v7')
    assert.equal(model!.value, 2000)
    assert.equal(model!.economics!.efficiency, 'HIGH_ROI')
    const [rank] = page('search-ml').models
    assert.equal(rank!.economics!.efficiency, 'LOSS_MAKING')
    // A charge of another team for the same model leaves the model's figures where they are.
    const guest = storyOf([...OCTOBER, charge('2026-10-09', 1, { ...FRAUD, team: 'research' })]).page(
      'research',
    )
    const line = guest.models.find(({ model: name }) => name === 'fraud_xgb_v7')!
    assert.deepEqual([line.direct, line.value, line.economics], [usd(1), undefined, undefined])
  })

  it('a team of the catalogue that costs nothing has a page all the same', () => {
    const { page } = storyOf(OCTOBER)
    const empty = page('research')
    assert.deepEqual([empty.total, empty.facts, empty.models, empty.forecast], [0, [], [], undefined])
    assert.deepEqual(empty.change, undefined)
  })

  it('the dearest resources are told to whom they are, in the bill’s currency', () => {
    const resources = [
      charge(undefined, 3, { ...RANK, resource: 'i-rank' }),
      charge(undefined, 7, { ...FRAUD, resource: 'i-fraud', resourceName: 'scoring' }),
      charge(undefined, 9, { ...FRAUD, resource: 'i-euro', currency: 'EUR' }),
      charge(undefined, -1, { ...FRAUD, resource: 'i-credit' }),
    ]
    const { pages, page } = storyOf(OCTOBER, '2026-10', YML, resources)
    assert.deepEqual(
      pages.all.resources.map(({ resource, name, amount }) => [resource, name, toDollars(amount)]),
      [
        ['i-fraud', 'scoring', 7],
        ['i-rank', undefined, 3],
      ],
    )
    assert.deepEqual(
      page('search-ml').resources.map(({ resource }) => resource),
      ['i-rank'],
    )
  })

  it('a budget is compared with the month, and while that lasts with what it comes to', () => {
    const { page, pages } = storyOf(OCTOBER)
    assert.deepEqual(page('fraud-ml').budgets, [
      { of: 'team', name: 'fraud-ml', budget: usd(100), spent: usd(130), forecast: undefined },
    ])
    assert.deepEqual(
      pages.all.budgets.map(({ name }) => name),
      ['rank_v2', 'fraud-ml', 'search-ml'],
    )
    // Ten days of 2 and one that is not whole yet: 20 more days of 2.
    const days = Array.from({ length: 11 }, (_, at) =>
      charge(`2026-10-${String(at + 1).padStart(2, '0')}`, 2, FRAUD),
    )
    const running = storyOf(days).page('fraud-ml')
    assert.deepEqual([running.budgets[0]!.spent, running.budgets[0]!.forecast], [usd(22), usd(62)])
    assert.equal(running.models[0]!.economics!.roi, undefined)
  })

  it('while a month lasts, what moved is told against as many days of the month before', () => {
    const days = Array.from({ length: 61 }, (_, at) =>
      new Date(Date.UTC(2026, 8, 1 + at)).toISOString().slice(0, 10),
    )
    const charges = days
      .filter((day) => day <= '2026-10-10')
      .map((day) => charge(day, day < '2026-10' ? 2 : 3, FRAUD))
    const { report, page } = storyOf(charges)
    for (const { movers } of [report.change!, page('fraud-ml').change!])
      assert.deepEqual(
        movers.map(({ before, after }) => [toDollars(before), toDollars(after)]),
        [[20, 30]],
      )
    assert.equal(report.change!.before, usd(60))
  })

  it('a team whose work stopped is not taken to go on: days of others cost it nothing', () => {
    const days = Array.from({ length: 20 }, (_, at) => {
      const day = `2026-10-${String(at + 1).padStart(2, '0')}`
      return [charge(day, 2, RANK), ...(at < 5 ? [charge(day, 10, FRAUD)] : [])]
    }).flat()
    assert.equal(storyOf(days).page('fraud-ml').forecast!.total, usd(50))
  })

  it('budgets are by the month: a part of one is compared with none', () => {
    const { pages } = storyOf(OCTOBER, '2026-10-01..2026-10-15')
    assert.deepEqual(pages.all.budgets, [])
    assert.match(pages.all.noBudgets!, /not whole months/)
  })

  it('a long period is shown by week', () => {
    const { pages } = storyOf([...SEPTEMBER, ...OCTOBER], '2026-Q4')
    assert.equal(pages.all.isByWeek, true)
    assert.deepEqual(pages.all.days.slice(0, 2), ['2026-10-01', '2026-10-08'])
    assert.equal(pages.all.days.length, 14)
  })

  it('what is idle stands by itself, or is spread in proportion to direct costs: never both', () => {
    const { pages } = storyOf(OCTOBER)
    const idle = of('idle', pages.all.facts)
    assert.equal(toDollars(now(actual(idle))), 9)
    const spread = idle.filter(({ isSpread }) => isSpread)
    assert.equal(toDollars(now(spread)), 9)
    // 120 of the direct 172 of models is fraud's, and of the platform's own 15 nothing more.
    const fraud = now(spread.filter(({ of: { team } }) => team === 'fraud-ml'))
    const direct = of('direct', pages.all.facts)
    const share = now(direct.filter(({ of: { team } }) => team === 'fraud-ml')) / now(direct)
    assert.ok(Math.abs(fraud - 9e6 * share) <= 1, String(fraud))
  })

  it('flows run from the bill over how it is given to who has it; what is given back is told', () => {
    const { pages, page } = storyOf([
      ...OCTOBER,
      charge('2026-10-06', -2.25, { ...RANK, phase: 'monitoring' }),
    ])
    const { columns, links, givenBack } = pages.all.flows
    assert.deepEqual(
      columns[1]!.map(({ kind }) => kind),
      ['direct', 'untagged', 'shared', 'apart'],
    )
    for (const node of columns[1]!) {
      const [into, out] = [
        links.filter(({ to }) => to === node.id),
        links.filter(({ from }) => from === node.id),
      ]
      assert.equal(sum(into.map(({ amount }) => amount)), node.amount)
      assert.equal(sum(out.map(({ amount }) => amount)), node.amount)
    }
    assert.equal(columns[0]![0]!.amount + givenBack, pages.all.total)
    assert.deepEqual(
      page('fraud-ml').flows.columns[1]!.map(({ title }) => title),
      ['direct', 'shared: monitoring', 'shared: platform'],
    )
  })

  it('every millionth of any bill is on the page of all, and those of a team on its own', () => {
    fc.assert(
      fc.property(anyBill, (charges) => {
        const october = charges.some(({ by: { day } }) => day === undefined || day >= '2026-10')
        if (!october) return
        const { pages, report } = storyOf(charges)
        const { all, teams } = pages
        assert.equal(now(actual(all.facts)), report.total)
        const isWhole = of('direct', all.facts).length > 0
        if (isWhole)
          assert.equal(
            now(of('idle', all.facts).filter(({ isSpread }) => isSpread)),
            now(actual(of('idle', all.facts))),
          )
        for (const { facts } of [all, ...teams])
          for (const { days, periods } of facts) assert.equal(sum(days), periods.at(-1))
        for (const team of teams) {
          assert.equal(now(actual(team.facts)), team.total)
          assert.equal(sum(team.models.map(({ amount }) => amount)), team.total)
          const { direct, shared, untagged } = team.coverage
          assert.equal(direct + shared + untagged, team.total)
        }
        for (const [at, { total }] of all.periods.entries())
          assert.equal(sum(actual(all.facts).map(({ periods }) => periods[at]!)), total)
      }),
      { numRuns: 150 },
    )
  })

  it('each day has what was billed on it, whatever of it is shared', () => {
    fc.assert(
      fc.property(
        fc.array(anyCharge, { minLength: 1, maxLength: 20 }).map((charges) =>
          // A charge that is given back on another day moves the part of a pool that it takes off.
          charges.filter(({ billed, by: { day } }) => billed > 0n && day?.startsWith('2026-10')),
        ),
        (charges) => {
          if (charges.length === 0) return
          const { bill } = storyOf(charges)
          const parts = datedParts(bill)
          for (const day of new Set(bill.rows.map((row) => row.day)))
            assert.equal(
              sum(parts.map(({ days }) => days.get(day) ?? usd(0))),
              sum(bill.rows.filter((row) => row.day === day).map(({ amount }) => amount)),
            )
        },
      ),
      { numRuns: 150 },
    )
  })

  it('of thousands of models the dearest keep their names, and no money is lost', () => {
    const charges = Array.from({ length: 2_000 }, (_, at) =>
      charge('2026-10-02', 10 + at, { ...RANK, model: `model_${at}`, team: `team-${at % 50}` }),
    )
    const { pages } = storyOf([...charges, ...OCTOBER], '2026-10', YML)
    const models = new Set(pages.all.facts.map((fact) => fact.of.model))
    assert.ok(
      models.size <= 303 && models.has('model_1999') && models.has('1702 other models'),
      String(models.size),
    )
    assert.equal(now(actual(pages.all.facts)), pages.all.total)
    assert.equal(pages.teams.length, 54)
  })

  it('tags of any number fold into what a page can hold', () => {
    const facts = Array.from(
      { length: 9_000 },
      (_, at): Fact => ({
        of: { team: `t${at % 7}`, project: `p${at}`, service: `s${at}` },
        kind: 'direct',
        isSpread: false,
        days: [usd(at)],
        periods: [usd(at)],
      }),
    )
    const folded = foldFacts(facts)
    assert.ok(folded.length <= 4_007, String(folded.length))
    assert.equal(now(folded), now(facts))
  })
})
