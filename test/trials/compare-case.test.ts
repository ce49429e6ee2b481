import assert from 'node:assert/strict'
import { compareCase } from '../../scripts/trials/compare-case.ts'
import type { Expectation } from '../../scripts/trials/expectation.ts'
import type { InspectedResource } from '../../scripts/trials/inspection.ts'

const trainingBox: Expectation = {
  tags: { team: 'fraud-ml', Name: null },
  kind: 'priced',
  charges: [[21.957642, 160]],
}
const inspectedBox: InspectedResource = {
  project: 'infra',
  address: 'aws_instance.train[0]',
  type: 'aws_instance',
  providerSource: 'hashicorp/aws',
  multiplicityUnknown: null,
  attributes: {},
  region: 'us-east-1',
  taggable: true,
  tags: { team: { value: 'fraud-ml' }, Name: { unknown: 'the zone is not known' } },
  tagsUnknown: null,
  estimate: {
    kind: 'priced',
    monthlyListCost: 3513.22272,
    charges: [
      {
        description: 'Instance',
        skuId: 'ec2/linux/p4d.24xlarge',
        listUnitPrice: 21.957642,
        pricingQuantity: 160,
      },
    ],
  },
}

describe('judging an inspection by what a reader expects', () => {
  it('finds nothing to say where all is as expected', () => assert.deepEqual(disagreements({}), []))

  it('calls a tag that cannot be known, and is claimed, wrong', () =>
    assert.deepEqual(disagreements({ tags: { ...inspectedBox.tags, Name: { value: 'train-a' } } }), [
      'wrong tag: Name: cannot be known, got "train-a"',
    ]))

  it('tells a tag left unknown from one said to be missing', () => {
    const unknown = { unknown: 'var.team has no default' }
    assert.deepEqual(disagreements({ tags: { team: unknown } }), [
      'unsaid tag: team: "fraud-ml", got unknown (var.team has no default)',
    ])
    assert.deepEqual(disagreements({ tags: {} }), ['wrong tag: team: "fraud-ml", said to be missing'])
  })

  it('judges unit price and quantity apart', () => {
    const estimate = {
      ...inspectedBox.estimate,
      charges: [
        {
          description: 'Instance',
          skuId: 'ec2/linux/p4d.24xlarge',
          listUnitPrice: 21.957642,
          pricingQuantity: 730,
        },
      ],
    }
    assert.deepEqual(disagreements({ estimate }), ['wrong quantity: 21.957642 x 160, got 730 of Instance'])
  })

  it('calls a charge that nobody expected wrong', () => {
    const extra = {
      description: 'Volume',
      skuId: 'ec2/linux/p4d.24xlarge',
      listUnitPrice: 0.08,
      pricingQuantity: 8,
    }
    const charges = [...(inspectedBox.estimate.charges ?? []), extra]
    assert.deepEqual(disagreements({ estimate: { ...inspectedBox.estimate, charges } }), [
      'wrong unit price: not expected: Volume 0.08 x 8',
    ])
  })

  it('takes a price that is not said for silence, not for an error', () =>
    assert.deepEqual(
      disagreements({ estimate: { kind: 'unpriced', monthlyListCost: null, because: 'no price' } }),
      [
        'unsaid kind of estimate: priced, got unpriced (no price)',
        'unsaid unit price: 21.957642 x 160 is not charged (no price)',
        'unsaid quantity: 21.957642 x 160 is not charged (no price)',
      ],
    ))

  it('lets an instance of unknown number stand for the expected one', () =>
    assert.deepEqual(disagreements({ address: 'aws_instance.train[*]' }), [
      'unsaid resource: stands as aws_instance.train[*]',
    ]))

  it('reports a resource that must not exist', () => {
    const verdicts = compareCase(
      { ...theCase, resources: {}, absent: ['aws_instance.train[0]', 'aws_instance.idle'] },
      [inspectedBox],
    )
    assert.deepEqual(
      verdicts.map(({ verdict, address }) => `${verdict} ${address}`),
      ['wrong aws_instance.train[0]', 'right aws_instance.idle'],
    )
  })
})

const theCase = {
  repository: 'acme/fraud',
  commit: 'c0ffee',
  root: 'infra',
  region: 'us-east-1',
  resources: {},
}

function disagreements(change: Partial<InspectedResource>): readonly string[] {
  const resources = { 'aws_instance.train[0]': trainingBox }
  return compareCase({ ...theCase, resources }, [{ ...inspectedBox, ...change }])
    .filter(({ verdict }) => verdict !== 'right')
    .map(
      ({ verdict, subject, message, because }) =>
        `${verdict} ${subject}: ${message}${because ? ` (${because})` : ''}`,
    )
}
