import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Estimate } from '../../core/domain/estimate.ts'
import { usd } from '../../core/domain/money.ts'
import type { Resource } from '../../core/domain/resource.ts'
import { bool, list, number, object, string, unknown, type Value } from '../../core/domain/value.ts'
import { estimate } from '../../core/pricing/estimate.ts'
import type { PriceBook } from '../../core/pricing/price-book.ts'
import { PRICERS } from '../../core/pricing/pricers/index.ts'
import { ALL_MONTH, type UsageRules } from '../../core/pricing/usage.ts'
import { buildGraph } from '../../core/topology/build-graph.ts'
import { estimateTable } from '../support/estimate-table.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { type Plain, resource } from '../support/resource.ts'

const book = frozenBook()

function estimateOf(
  target: Resource,
  others: readonly Resource[] = [],
  usage: UsageRules = ALL_MONTH,
): Estimate {
  return estimate(buildGraph([target, ...others]), book, usage)(target)
}

const NIGHTS: UsageRules = {
  hoursPerMonth: () => ({
    hours: 160,
    isStated: true,
    assumption: '160 hours a month (ascribe.yml usage: aws_instance)',
  }),
  quantity: () => undefined,
}

describe('an estimate', () => {
  it('counts the hours that a training box runs, and its disk all month', () => {
    const train = resource('aws_instance.train', {
      instance_type: 'p4d.24xlarge',
      root_block_device: [{ volume_size: 200, volume_type: 'gp3' }],
    })
    assert.equal(
      estimateTable(train.address, estimateOf(train, [], NIGHTS)),
      `aws_instance.train: $3529.22272 a month
  Instance (p4d.24xlarge, on-demand): 160 Hours × $21.957642 = $3513.22272 (ec2/linux/p4d.24xlarge in us-east-1)
  Root volume, 200 GiB gp3: 200 GB-Months × $0.08 = $16 (ebs/gp3/storage in us-east-1)
  assumed: 160 hours a month (ascribe.yml usage: aws_instance)
  assumed: EC2 instances run Linux
`,
    )
  })

  it('counts the disks of a scaling group while its instances run', () => {
    const configuration = resource('aws_launch_configuration.train', {
      name: 'train',
      instance_type: 'g5.xlarge',
      root_block_device: [{ volume_size: 73, volume_type: 'gp3' }],
    })
    const group = resource('aws_autoscaling_group.train', { min_size: 2, launch_configuration: 'train' })
    const { charges } = estimateOf(group, [configuration], NIGHTS) as Estimate & { kind: 'priced' }
    assert.deepEqual(
      charges.map(({ pricingQuantity }) => pricingQuantity),
      [320, 2 * 73 * (160 / 730)],
    )
  })

  it('has a spot price where the book holds one, and says of which day', () => {
    const spot = resource('aws_instance.sweep', {
      instance_type: 'g5.xlarge',
      instance_market_options: [{ market_type: 'spot' }],
    })
    const refreshed: PriceBook = {
      ...book,
      price: (provider, region, sku) =>
        sku === 'ec2/linux-spot/g5.xlarge'
          ? {
              skuId: sku,
              regionId: region,
              pricingUnit: 'Hours',
              listUnitPrice: 0.4,
              source: 'price history',
              sourceDate: '2026-11-20',
            }
          : book.price(provider, region, sku),
    }
    const priced = estimate(buildGraph([spot]), refreshed, ALL_MONTH)(spot)
    assert.equal(priced.kind, 'priced')
    if (priced.kind !== 'priced') return
    assert.equal(priced.charges[0]?.listCost, usd(292))
    assert.ok(priced.assumptions.includes('spot prices stay as they were on 2026-11-20'))
    assert.equal(estimateOf(spot).kind, 'unpriced')
  })

  it('has a range where autoscaling moves it, without an end where nothing bounds it', () => {
    const group = (max: Plain) =>
      resource('aws_autoscaling_group.pool', {
        min_size: 1,
        desired_capacity: 2,
        max_size: max,
        launch_template: [{ id: 'lt-1' }],
      })
    const template = resource('aws_launch_template.pool', { id: 'lt-1', instance_type: 'g5.xlarge' })
    const bounded = estimateOf(group(4), [template])
    assert.deepEqual(bounded.kind === 'priced' && bounded.range, { low: usd(734.38), high: usd(2937.52) })
    const queue = resource('aws_batch_compute_environment.queue', {
      compute_resources: [{ type: 'EC2', instance_type: ['g5.xlarge'], min_vcpus: 4 }],
    })
    const open = estimateOf(queue)
    assert.deepEqual(open.kind === 'priced' && open.range, { low: usd(734.38), high: 'unbounded' })
    const still = resource('aws_autoscaling_group.still', {
      min_size: 2,
      max_size: 2,
      launch_template: [{ id: 'lt-1' }],
    })
    const fixed = estimateOf(still, [template])
    assert.equal(fixed.kind === 'priced' && fixed.range, undefined)
  })

  it('is unpriced for a type that nobody wrote a pricer for', () => {
    assert.deepEqual(estimateOf(resource('aws_medialive_channel.flows')), {
      kind: 'unpriced',
      because: 'no pricer for aws_medialive_channel yet',
    })
  })

  it('is free for what is never charged itself, whatever its region', () => {
    for (const address of ['aws_iam_role.train', 'aws_subnet.private', 'aws_autoscaling_policy.up'])
      assert.deepEqual(estimateOf(resource(address, {}, { region: unknown('var.region has no default') })), {
        kind: 'free',
      })
    assert.deepEqual(estimateOf(resource('random_id.suffix', {}, { provider: 'hashicorp/random' })), {
      kind: 'free',
    })
    assert.equal(
      estimateOf(resource('helm_release.ray', {}, { provider: 'hashicorp/helm' })).kind,
      'unpriced',
    )
  })

  it('is unknown where the region is, and says why', () => {
    const region = unknown('var.region has no default')
    assert.deepEqual(estimateOf(resource('aws_nat_gateway.main', {}, { region })), {
      kind: 'unknown',
      because: 'its region is unknown: var.region has no default',
    })
  })

  it('is unknown where the region is an empty text', () => {
    assert.deepEqual(estimateOf(resource('aws_nat_gateway.main', {}, { region: string('') })), {
      kind: 'unknown',
      because: 'its region is not set',
    })
  })

  it('is unpriced in a region that has its own price list', () => {
    const beijing = { region: string('cn-north-1') }
    assert.deepEqual(estimateOf(resource('aws_instance.train', { instance_type: 'm5.large' }, beijing)), {
      kind: 'unpriced',
      because: 'no price for ec2/linux/m5.large in cn-north-1',
    })
  })

  it('says what would be right where a value is of the wrong kind', () => {
    const sized = (size: Plain) => estimateOf(resource('aws_ebs_volume.data', { size }))
    assert.deepEqual(sized(-5), {
      kind: 'unknown',
      because: '`size` is -5, expected a number from 0 to 1000000000',
    })
    assert.deepEqual(sized('large'), {
      kind: 'unknown',
      because: '`size` is "large", expected a number from 0 to 1000000000',
    })
    assert.deepEqual(sized({ ...number(7), sensitive: true }), {
      kind: 'unknown',
      because: '`size` is sensitive: it is not shown, nor what it costs',
    })
    assert.equal(sized('40').kind, 'priced')
  })

  it('prices an instance whose number of disks is not known', () => {
    const disks: Value = { ...list([object(new Map())]), open: unknown('var.disks has no default') as never }
    const result = estimateOf(
      resource('aws_instance.train', { instance_type: 'm5.large', ebs_block_device: disks }),
    )
    assert.equal(result.kind, 'priced')
    assert.deepEqual(result.kind === 'priced' && result.omissions.map(({ because }) => because), [
      'its size is not set: the machine image decides',
      'its size is not set: the machine image decides',
      '`ebs_block_device` is unknown: var.disks has no default',
    ])
  })

  it('takes no word of JavaScript for an engine', () => {
    for (const engine of ['constructor', '__proto__', 'toString'])
      assert.deepEqual(
        estimateOf(resource('aws_db_instance.odd', { engine, instance_class: 'db.m5.large' })),
        {
          kind: 'unpriced',
          because: `the price book holds PostgreSQL and MySQL prices, not "${engine}"`,
        },
      )
    assert.equal(estimateOf(resource('aws_db_instance.odd', { multi_az: 'constructor' })).kind, 'unknown')
  })

  it('never throws, whatever the arguments are', () => {
    const plain: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constant(unknown('var.x has no default')),
        fc
          .oneof(
            fc.string(),
            fc.constantFrom('constructor', '__proto__', 'm5.large', 'gp3', 'postgres', 'db.m5.large', 'io2'),
          )
          .map(string),
        fc.oneof(fc.double(), fc.integer()).map(number),
        fc.boolean().map(bool),
        fc.constant<Value>({ kind: 'null' }),
        fc.array(tie('value'), { maxLength: 3 }).map(list),
        fc
          .dictionary(fc.string(), tie('value'), { maxKeys: 3 })
          .map((entries) => object(new Map(Object.entries(entries)))),
      ),
    })).value
    const names = fc.constantFrom(
      ...'instance_type engine size iops volume_size root_block_device ebs_block_device scaling_config min_size desired_size launch_template production_variants instance_class allocated_storage storage_type mixed_instances_policy number_of_broker_nodes broker_node_group_info cluster_config shard_count billing_mode replica subnet_ids'.split(
        ' ',
      ),
    )
    const types = fc.constantFrom(...PRICERS.flatMap((pricer) => pricer.types))
    fc.assert(
      fc.property(types, fc.dictionary(names, plain, { maxKeys: 8 }), (type, attributes) => {
        const result = estimateOf(resource(`${type}.fuzz`, object(new Map(Object.entries(attributes)))))
        if (result.kind !== 'priced') return
        for (const { listCost, pricingQuantity } of result.charges)
          assert.ok(Number.isSafeInteger(listCost) && listCost >= 0 && pricingQuantity >= 0)
      }),
      { numRuns: 2_000 },
    )
  })
})
