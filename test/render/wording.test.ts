import assert from 'node:assert/strict'
import { usd } from '../../core/domain/money.ts'
import { messageOf } from '../../core/render/report/message-of.ts'
import { countText, instancesText, mergeInstances, violations } from '../../core/render/report/violations.ts'
import { whatChanged } from '../../core/render/report/what-changed.ts'
import type { Review } from '../../core/review/review.ts'
import { charge, finding, inspected, inspection, lacks, reviewOf, type Told } from '../support/review.ts'

describe('what is said of a violation', () => {
  const train = inspected('aws_instance.train', { monthly: 40 })

  it('the keys that a resource lacks are one violation', () => {
    const [one, ...others] = violations(lacks(train, 'team', 'model_id'))
    assert.deepEqual(others, [])
    assert.equal(messageOf(one!), 'aws_instance.train has no "team", "model_id" tags')
  })

  it('keeps what would be right, and what looks like it', () => {
    const [team, model, experiment] = lacks(train, 'team', 'model_id', 'experiment_id')
    const [one] = violations([
      { ...team!, message: `${team!.message}. expected one of "fraud-ml", "risk-ml"` },
      { ...model!, message: `${model!.message}, but "modelid". rename it, or add it to schema.aliases` },
      experiment!,
    ])
    assert.equal(
      messageOf(one!),
      'aws_instance.train has no "team", "model_id", "experiment_id" tags. expected "team": one of "fraud-ml", ' +
        '"risk-ml". "model_id", but "modelid". rename it, or add it to schema.aliases',
    )
  })

  it('instances of one block that lack the same are one, with their money together', () => {
    const nodes = ['[0]', '["a]b"]', ''].map((key) =>
      inspected(`module.train["eu"].aws_instance.gpu${key}`, { monthly: 40, line: 4 }),
    )
    const other = inspected('aws_instance.gpu', { monthly: 40, line: 9 })
    const findings = [...nodes, other].flatMap((node) => lacks(node, 'team', 'model_id'))
    const merged = mergeInstances(violations(findings))
    assert.deepEqual(
      merged.map((one) => [one.addresses.length, one.monthlyCost, instancesText(one)]),
      [
        [3, usd(120), ' and 2 more instances'],
        [1, usd(40), ''],
      ],
    )
    assert.equal(countText(merged), '8 in 4 resources')
  })

  it('a single finding is told in its own words', () => {
    const [one] = violations([finding(train, 'invalid-tag-value', 'the "team" tag is "x"', { key: 'team' })])
    assert.equal(messageOf(one!), 'the "team" tag is "x"')
  })
})

describe('what is said of a changed resource', () => {
  it('its new size, its new tags, its end', () => {
    const instance = (size: string) =>
      charge({ description: `Instance (${size}, on-demand)`, listCost: usd(100 * size.length) })
    const nodes = (hours: number) =>
      charge({ description: 'Instances (m5.xlarge)', pricingQuantity: hours, listCost: usd(hours) })
    const disk = charge({
      description: 'Root volume',
      serviceName: 'Amazon Elastic Block Store',
      listCost: usd(8),
    })
    assert.deepEqual(changed({ charges: [instance('m5.large')] }, { charges: [instance('g5.2xlarge')] }), [
      'Instance (m5.large, on-demand) → Instance (g5.2xlarge, on-demand)',
    ])
    assert.deepEqual(changed({ charges: [nodes(1460)] }, { charges: [nodes(2190)] }), [
      'Instances (m5.xlarge): 1,460 → 2,190 Hours',
    ])
    assert.deepEqual(changed({ charges: [nodes(1460)] }, { charges: [nodes(1460), disk] }), [
      'Root volume added',
    ])
    assert.deepEqual(
      changed({ monthly: 40, tags: { team: 'a' } }, { monthly: 40, tags: { team: 'b', owner: 'c' } }),
      ['tags owner, team'],
    )
    assert.deepEqual(changed(undefined, { charges: [disk, instance('m5.large')] }), [
      'new: Instance (m5.large, on-demand)',
    ])
    assert.deepEqual(changed({ charges: [nodes(1460)] }, undefined), ['deleted: Instances (m5.xlarge)'])
    assert.deepEqual(
      changed(
        { monthly: 40, what: 'Instance' },
        { estimate: { kind: 'unknown', because: 'var.size has no default' } },
      ),
      ['priced → cost unknown'],
    )
  })
})

function changed(before: Told | undefined, after: Told | undefined): readonly string[] {
  const side = (told: Told | undefined) => inspection(told ? [inspected('aws_instance.train', told)] : [])
  const review: Review = reviewOf(side(before), side(after))
  return whatChanged(review.resources[0]!)
}
