import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ENGINES, readBill } from '../../bills/read-bill.ts'
import { allocateBill } from '../../core/billing/allocate-bill.ts'
import { type CostRow, costRowsQuery } from '../../core/billing/cost-rows.ts'
import { NOTHING } from '../../core/billing/decimal.ts'
import { periodBill } from '../../core/billing/period-bill.ts'
import { billMethodologyOf, methodOnBill, podRequests, podsQuery } from '../../core/billing/pool-method.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { toDollars, usd } from '../../core/domain/money.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const CATALOGUE = `version: 1
teams: { fraud-ml: {}, search-ml: {} }
models: { fraud_v1: { team: fraud-ml }, rank_v1: { team: search-ml } }
`
const FRAUD = '{"team":"fraud-ml","model_id":"fraud_v1"}'
const RANK = '{"team":"search-ml","model_id":"rank_v1"}'
const BILL = [
  ['EC2', 'i-1', FRAUD, 300],
  ['EC2', 'i-2', RANK, 100],
  ['RDS', 'arn:aws:rds:eu-west-1:1:db:feature-store', '{"team":"platform","model_id":"shared"}', 40],
  ['RDS', 'arn:aws:rds:eu-west-1:1:db:100%_orders', FRAUD, 7],
  ['EKS', 'arn:aws:eks:eu-west-1:1:cluster/main', '{"managed_by":"platform-tools"}', 20],
] as const

/** What each pool costs on the bill, and who carries it, read by either engine. */
async function poolsOf(shared: string) {
  const { config, problems } = readConfig(new SourceFile('ascribe.yml', `${CATALOGUE}shared:\n${shared}`))
  assert.deepEqual(problems, [])
  const file = path.join(temporaryFolder({}), 'bill.csv')
  const lines = BILL.map(
    ([service, resource, tags, cost]) =>
      `2026-10-01T00:00:00Z,${service},${resource},USD,${cost},${cost},"${tags.replaceAll('"', '""')}"`,
  )
  const header = 'ChargePeriodStart,ServiceName,ResourceId,BillingCurrency,BilledCost,EffectiveCost,Tags'
  writeFileSync(file, [header, ...lines].join('\n'))
  const answers = await Promise.all(
    ENGINES.map(async (engine) => {
      const bill = await readBill([file], config, engine)
      const [groups] = await bill.groups([costRowsQuery({ from: '2026-10-01', until: '2026-11-01' })])
      bill.close()
      return periodBill(groups!, { from: '2026-10-01', until: '2026-11-01' }, undefined, config)
    }),
  )
  const [one, other] = answers.map(({ allocated, total, currency }) => {
    assert.equal(toDollars(total), 467)
    return {
      pools: allocated.pools.map(({ pool, amount }) => [pool.name, toDollars(amount)]),
      findable: allocated.pools.map(({ isFindable }) => isFindable),
      shares: allocated.allocations
        .filter(({ kind }) => kind === 'shared')
        .map(({ pool, owner, amount }) => `${pool} ${owner.team} ${toDollars(amount)}`)
        .sort(),
      methodology: allocated.pools.map(({ pool, method }) => billMethodologyOf(pool, method, currency)),
    }
  })
  assert.deepEqual(one, other, 'both engines agree')
  return one!
}

describe('pools on a bill', () => {
  it('a database that Terraform knows by its address is found by its name on the bill', async () => {
    const { pools, shares } = await poolsOf(
      '  - { name: store, match: { address: aws_db_instance.feature_store }, bill: { resource: "*:db:feature-store" }, method: direct-cost }',
    )
    assert.deepEqual(pools, [['store', 40]])
    assert.deepEqual(shares, [`store fraud-ml ${toShare(307)}`, `store search-ml ${toShare(100)}`])
  })

  it('signs that SQL gives a meaning to are signs', async () => {
    const { pools } = await poolsOf(
      `  - { name: a, match: { type: x }, bill: { resource: "*:100%_orders" }, method: even }
  - { name: b, match: { type: x }, bill: { resource: "*%_*" }, method: even }
  - { name: c, match: { type: x }, bill: { resource: "i__" }, method: even }
  - { name: d, match: { type: x }, bill: { resource: "' OR 1=1 --" }, method: even }`,
    )
    assert.deepEqual(pools, [
      ['a', 7],
      ['b', 0],
      ['c', 0],
      ['d', 0],
    ])
  })

  it('all that is stated must hold: service, resource and tags, those too that attribution does not ask for', async () => {
    const { pools } = await poolsOf(
      `  - { name: tools, match: { type: x }, bill: { service: E*, tags: { managed_by: "platform-*" } }, method: even }
  - { name: no, match: { type: x }, bill: { service: EKS, resource: "i-*" }, method: even }
  - { name: models, match: { type: x }, bill: { resource: "i-*", tags: { model_id: rank_v1 } }, method: keep }`,
    )
    assert.deepEqual(pools, [
      ['tools', 20],
      ['no', 0],
      ['models', 100],
    ])
  })

  it('where only tags are asked, one match holds for Terraform and for bills', async () => {
    const { pools, findable } = await poolsOf(
      '  - { name: platform, match: { team: platform }, method: even }\n  - { name: eks, match: { type: "aws_eks_*" }, method: even }',
    )
    assert.deepEqual(pools, [
      ['platform', 40],
      ['eks', 0],
    ])
    assert.deepEqual(findable, [true, false], 'a type is Terraform’s')
  })

  it('what pods request is not on a bill: direct costs stand in, and the report says so', async () => {
    const { shares, methodology } = await poolsOf(
      '  - { name: cluster, match: { type: x }, bill: { service: EKS }, method: pod-requests }',
    )
    assert.equal(shares.length, 2)
    assert.deepEqual(methodology, [
      'cluster is split among the teams in proportion to direct costs. It is to be by what pods request, and nothing says that of this period.',
    ])
  })
})

describe('what pods request, from OpenCost', () => {
  const file = fileURLToPath(new URL('formats/fixtures/opencost.json', import.meta.url))
  const { config } = readConfig(
    new SourceFile(
      'ascribe.yml',
      `${CATALOGUE}schema: { targets: { kubernetes: { prefix: "ml.acme.example/", separator: "-" } } }
`,
    ),
  )
  const of = async (from: string, until: string) => {
    const allocations = await readBill([file], config, undefined)
    const [groups] = await allocations.groups([podsQuery])
    return podRequests(groups!, { from, until }, config).map(({ team, model, cluster, amount }) => [
      team,
      model,
      cluster,
      toDollars(amount),
    ])
  }

  it('is of the period, by cluster, team and model; what has no team has no weight', async () => {
    assert.deepEqual((await of('2026-10-01', '2026-10-02')).sort(), [
      ['fraud-ml', 'fraud_xgb_v7', 'ml-shared', 1.5],
      ['ml-platform', undefined, 'ml-shared', 0.05],
      ['search-ml', 'product_rec_v3', 'ml-shared', 0.75],
    ])
    assert.deepEqual(await of('2026-11-01', '2026-12-01'), [])
  })

  it('makes nobody carry another pool who only has pods', () => {
    const { config: rules } = readConfig(
      new SourceFile('ascribe.yml', `${CATALOGUE}shared: [{ name: fee, method: flat, per-team: 1 }]\n`),
    )
    const pods = [{ team: 'platform', model: undefined, cluster: 'main', amount: usd(3) }]
    const shared = charge('EKS', 8, { team: 'platform', model: 'shared' })
    const { allocations } = allocateBill([shared], { ...rules, pods, isApart: () => false })
    assert.deepEqual(
      allocations.filter(({ kind }) => kind === 'shared').map(({ owner }) => owner.team),
      ['fraud-ml', 'search-ml'],
    )
  })

  it('splits a pool of its cluster, and no other', () => {
    const pods = [
      { team: 'fraud-ml', model: 'fraud_v1', cluster: 'main', amount: usd(3) },
      { team: 'search-ml', model: 'rank_v1', cluster: 'main', amount: usd(1) },
      { team: 'search-ml', model: 'rank_v1', cluster: 'other', amount: usd(100) },
    ]
    const consumers = [
      { team: 'fraud-ml', model: 'fraud_v1', direct: usd(1), pods: new Map([['main', usd(3)]]) },
    ]
    assert.deepEqual(methodOnBill({ kind: 'pod-requests', cluster: 'main' }, consumers), {
      kind: 'pod-requests',
      cluster: 'main',
    })
    assert.deepEqual(methodOnBill({ kind: 'pod-requests', cluster: 'third' }, consumers), {
      kind: 'direct-cost',
    })
    const { config: rules } = readConfig(
      new SourceFile(
        'ascribe.yml',
        `${CATALOGUE}shared: [{ name: eks, match: { type: x }, bill: { service: EKS }, method: pod-requests, cluster: main }]
`,
      ),
    )
    const { allocations } = allocateBill([charge('EKS', 8)], { ...rules, pods, isApart: () => false })
    assert.deepEqual(
      allocations.map(({ owner, amount }) => [owner.team, toDollars(amount)]),
      [
        ['fraud-ml', 6],
        ['search-ml', 2],
      ],
    )
  })
})

const charge = (service: string, dollars: number, owner: CostRow['owner'] = {}): CostRow => ({
  day: '2026-10-01',
  provider: 'AWS',
  account: '1',
  service,
  category: 'Usage',
  isUnused: false,
  unit: undefined,
  owner,
  amount: usd(dollars),
  quantity: NOTHING,
  rows: 1,
})

/** Of the feature store's 40, by 307 and 100 of direct costs. */
const toShare = (direct: number): number => Math.round((40e6 * direct) / 407) / 1e6
