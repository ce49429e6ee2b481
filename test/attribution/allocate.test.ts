import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type AllocationRules, allocate } from '../../core/attribution/allocate.ts'
import { type Attributable, nameOf } from '../../core/attribution/allocation.ts'
import { splitByWeights } from '../../core/attribution/largest-remainder.ts'
import { DEFAULT_CONFIG } from '../../core/config/read-config.ts'
import type { PoolMethod, SharedPool } from '../../core/config/shared-pools.ts'
import { sum, type Usd, usd, ZERO } from '../../core/domain/money.ts'
import { inspected, rangeAt, type Told } from '../support/review.ts'

const range = rangeAt('ascribe.yml', 1, 'shared:')

function pool(name: string, method: PoolMethod, more: Partial<SharedPool> = {}): SharedPool {
  return { name, match: {}, method, to: undefined, reviewed: undefined, range, ...more }
}

function cost(
  name: string,
  monthly: number,
  team?: string,
  model?: string,
  more: Partial<Attributable> = {},
) {
  const tags: Told['tags'] = {
    ...(team !== undefined && { team }),
    ...(model !== undefined && { model_id: model }),
    lifecycle_phase: 'inference',
    environment: 'production',
  }
  return { ...inspected(`aws_instance.${name}`, { monthly, tags }), ...more }
}

const rules = (...sharedPools: readonly SharedPool[]): AllocationRules => ({ ...DEFAULT_CONFIG, sharedPools })

/** `team model` → dollars, of what is shared, kept and given to nobody. */
function carried(resources: readonly Attributable[], with_: AllocationRules): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { kind, owner, amount } of allocate(resources, with_).allocations) {
    const key = [kind, nameOf(owner.team), nameOf(owner.model)].filter((part) => part !== undefined).join(' ')
    found[key] = Math.round(((found[key] ?? 0) + amount / 1e6) * 1e6) / 1e6
  }
  return found
}

/** Two teams with three models, and a monitoring box of $100 that serves them all. */
const platform = [
  cost('fraud', 300, 'fraud-ml', 'fraud_xgb_v7'),
  cost('limits', 100, 'fraud-ml', 'limits_v2'),
  cost('rec', 100, 'search-ml', 'product_rec_v3'),
  cost('grafana', 100, 'ml-platform', 'shared', { pool: 'monitoring' }),
]

const OWN = {
  'direct fraud-ml fraud_xgb_v7': 300,
  'direct fraud-ml limits_v2': 100,
  'direct search-ml product_rec_v3': 100,
}

describe('shared costs', () => {
  const split = (method: PoolMethod, more: Partial<SharedPool> = {}) =>
    carried(platform, rules(pool('monitoring', method, more)))

  it('go evenly to teams, within a team by direct cost', () => {
    assert.deepEqual(split({ kind: 'even' }), {
      ...OWN,
      'shared fraud-ml fraud_xgb_v7': 37.5,
      'shared fraud-ml limits_v2': 12.5,
      'shared search-ml product_rec_v3': 50,
    })
  })

  it('go by direct cost', () => {
    assert.deepEqual(split({ kind: 'direct-cost' }), {
      ...OWN,
      'shared fraud-ml fraud_xgb_v7': 60,
      'shared fraud-ml limits_v2': 20,
      'shared search-ml product_rec_v3': 20,
    })
  })

  it('go by the number of models, to the millionth', () => {
    assert.deepEqual(split({ kind: 'model-count' }), {
      ...OWN,
      'shared fraud-ml fraud_xgb_v7': 33.333334,
      'shared fraud-ml limits_v2': 33.333333,
      'shared search-ml product_rec_v3': 33.333333,
    })
  })

  it('go by fixed percentages, and what those leave stays visible', () => {
    const percent = new Map([
      ['fraud_xgb_v7', 50],
      ['search-ml', 20],
    ])
    assert.deepEqual(split({ kind: 'fixed', percent }), {
      ...OWN,
      'shared fraud-ml fraud_xgb_v7': 50,
      'shared search-ml product_rec_v3': 20,
      unallocated: 30,
    })
  })

  it('go by usage; what a stranger uses is nobody’s', () => {
    const quantities = new Map([
      ['fraud_xgb_v7', 6e6],
      ['product_rec_v3', 3e6],
      ['retired_model', 1e6],
    ])
    const metric = { by: 'model', unit: 'reads', quantities } as const
    assert.deepEqual(split({ kind: 'usage', metric, path: 'reads.csv' }), {
      ...OWN,
      'shared fraud-ml fraud_xgb_v7': 60,
      'shared search-ml product_rec_v3': 30,
      unallocated: 10,
    })
  })

  it('go by what pods request in a cluster', () => {
    const pods = (
      name: string,
      monthly: number,
      team: string,
      model: string,
      cluster: string,
    ): Attributable => {
      const workload = { podGroups: [], assumptions: [] }
      const made = cost(name, monthly, team, model, { cluster })
      return { ...made, resource: { ...made.resource, workload } }
    }
    const resources = [
      pods('scorer', 30, 'fraud-ml', 'fraud_xgb_v7', 'prod'),
      pods('ranker', 10, 'search-ml', 'product_rec_v3', 'prod'),
      pods('trial', 500, 'search-ml', 'product_rec_v3', 'dev'),
      cost('eks', 80, 'ml-platform', 'shared', { pool: 'cluster' }),
    ]
    assert.deepEqual(carried(resources, rules(pool('cluster', { kind: 'pod-requests', cluster: 'prod' }))), {
      'direct fraud-ml fraud_xgb_v7': 30,
      'direct search-ml product_rec_v3': 510,
      'shared fraud-ml fraud_xgb_v7': 60,
      'shared search-ml product_rec_v3': 20,
    })
  })

  it('are a flat fee of each team, and the rest stays with the platform', () => {
    assert.deepEqual(split({ kind: 'flat', perTeam: usd(20) }), {
      ...OWN,
      'shared fraud-ml fraud_xgb_v7': 15,
      'shared fraud-ml limits_v2': 5,
      'shared search-ml product_rec_v3': 20,
      'direct ml-platform shared': 60,
    })
  })

  it('never exceed what there is', () => {
    const fee = split({ kind: 'flat', perTeam: usd(500) })
    assert.equal(fee['shared search-ml product_rec_v3'], 50)
    assert.equal(fee['direct ml-platform shared'], undefined)
  })

  it('stay with the platform where they are kept', () => {
    assert.deepEqual(split({ kind: 'keep' }), { ...OWN, 'direct ml-platform shared': 100 })
  })

  it('go to the teams that are named, and to nobody where those have nothing', () => {
    assert.equal(
      split({ kind: 'even' }, { to: new Set(['search-ml']) })['shared search-ml product_rec_v3'],
      100,
    )
    const nobody = allocate(
      platform,
      rules(pool('monitoring', { kind: 'even' }, { to: new Set(['ads-ml']) })),
    )
    assert.equal(nobody.pools[0]!.unallocated, usd(100))
    assert.equal(nobody.pools[0]!.because, 'there is no team to carry it')
  })

  it('of a model that the catalogue has and the review does not, are its part too', () => {
    const { range: at } = pool('', { kind: 'even' })
    const model = { team: 'ads-ml', project: 'ads', range: at }
    const unsaid = {
      budget: undefined,
      monthlyPredictions: undefined,
      monthlyValue: undefined,
      benchmarkPer1k: undefined,
      criticality: undefined,
    }
    const with_ = {
      ...rules(pool('monitoring', { kind: 'model-count' })),
      models: new Map([['ads_ctr_v1', { ...model, ...unsaid }]]),
    }
    assert.equal(carried(platform, with_)['shared ads-ml ads_ctr_v1'], 25)
  })
})

const methods: fc.Arbitrary<PoolMethod> = fc.oneof(
  fc.constantFrom<PoolMethod>(
    { kind: 'even' },
    { kind: 'direct-cost' },
    { kind: 'model-count' },
    { kind: 'keep' },
    { kind: 'pod-requests', cluster: undefined },
  ),
  fc
    .double({ min: 0, max: 900, noNaN: true })
    .map((fee): PoolMethod => ({ kind: 'flat', perTeam: usd(fee) })),
  fc
    .dictionary(fc.constantFrom('a', 'b', 'm1', 'm2', 'gone'), fc.double({ min: 0, max: 20, noNaN: true }))
    .map((percent): PoolMethod => ({ kind: 'fixed', percent: new Map(Object.entries(percent)) })),
  fc
    .dictionary(fc.constantFrom('a', 'b', 'm1', 'm2', 'gone'), fc.double({ min: 0, max: 1e12, noNaN: true }))
    .map((quantities): PoolMethod => {
      const metric = { by: 'team', unit: 'reads', quantities: new Map(Object.entries(quantities)) } as const
      return { kind: 'usage', metric, path: 'reads.csv' }
    }),
)

const resource = fc.record({
  monthly: fc.oneof(fc.constant(0), fc.double({ min: -50, max: 9000, noNaN: true })),
  team: fc.constantFrom('a', 'b', 'c', undefined),
  model: fc.constantFrom('m1', 'm2', 'm3', 'shared', undefined),
  pool: fc.constantFrom('p0', 'p1', 'p2', undefined),
})

describe('allocations of any platform', () => {
  const any = fc.record({
    resources: fc.array(resource, { maxLength: 25 }),
    methods: fc.array(methods, { maxLength: 3 }),
  })
  const build = ({ resources, methods }: typeof any extends fc.Arbitrary<infer T> ? T : never) => ({
    resources: resources.map(({ monthly, team, model, pool }, at) =>
      cost(`r${at}`, monthly, team, model, pool === undefined ? {} : { pool }),
    ),
    rules: rules(...methods.map((method, at) => pool(`p${at}`, method))),
  })

  it('add up to the estimates, and each pool to its resources', () => {
    fc.assert(
      fc.property(any, (told) => {
        const { resources, rules } = build(told)
        const { allocations, pools } = allocate(resources, rules)
        const amounts = (some: readonly { amount: Usd }[]) => sum(some.map(({ amount }) => amount))
        assert.equal(amounts(allocations), sum(resources.map(({ cost }) => cost)))
        for (const [at, { name }] of rules.sharedPools.entries()) {
          const { amount, shared, kept, unallocated } = pools[at]!
          const inPool = sum(resources.filter(({ pool }) => pool === name).map(({ cost }) => cost))
          assert.equal(amount, inPool)
          assert.equal(shared + kept + unallocated, inPool)
          const own = allocations.filter(({ pool }) => pool === name)
          const kinds = (kind: string) => amounts(own.filter((one) => one.kind === kind))
          assert.deepEqual([kinds('shared'), kinds('unallocated')], [shared, unallocated])
          for (const { kind, amount } of own) if (kind === 'shared') assert.ok(amount > 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('do not depend on the order of the resources', () => {
    fc.assert(
      fc.property(any, (told) => {
        const { resources, rules } = build(told)
        assert.deepEqual(allocate([...resources].reverse(), rules), allocate(resources, rules))
      }),
    )
  })
})

describe('splitting by largest remainder', () => {
  it('gives parts that are the whole, none of them a millionth off its share', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 18n }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e15 }), weights, (micros, weights) => {
        const parts = splitByWeights(micros as Usd, weights)
        const whole = weights.reduce((total, weight) => total + weight, 0n)
        if (whole === 0n) return assert.equal(parts, undefined)
        assert.equal(sum(parts!), micros)
        for (const [at, part] of parts!.entries()) {
          const exact = BigInt(micros) * weights[at]!
          assert.ok(BigInt(part) * whole - exact < whole && exact - BigInt(part) * whole < whole)
          if (weights[at] === 0n) assert.equal(part, ZERO)
        }
      }),
    )
  })
})
