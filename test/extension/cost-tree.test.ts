import assert from 'node:assert/strict'
import { type CostNode, costTree } from '../../extension/cost-tree.ts'
import type { Summary } from '../../extension/protocol.ts'
import { statusText, statusTooltip } from '../../extension/status-text.ts'
import { whatIfRows } from '../../extension/what-if-rows.ts'

const place = {
  uri: 'file:///infra/fraud.tf',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } },
}

const SUMMARY: Summary = {
  total: 6_407.5,
  delta: 640,
  currency: 'USD',
  priceDate: '2026-11-01',
  models: [
    {
      name: 'fraud_xgb_v7',
      team: 'fraud-ml',
      total: 2_250.5,
      phases: [
        {
          name: 'training',
          total: 194,
          resources: [{ address: 'aws_instance.training', cost: 194, ...place }],
        },
        {
          name: 'inference',
          total: 2_056.5,
          resources: [{ address: 'aws_sagemaker_endpoint.fraud', cost: 2_056.5, ...place }],
        },
      ],
    },
    { name: 'unattributed', team: null, total: 4_157, phases: [] },
  ],
  findings: { errors: 1, warnings: 2 },
}

const drawn = (nodes: readonly CostNode[], indent = ''): string =>
  nodes
    .map((node) => `${indent}${node.label} (${node.description})\n${drawn(node.children, `${indent}  `)}`)
    .join('')

describe('the tree of costs', () => {
  it('goes from model to phase to resource, the dearest first', () => {
    assert.equal(
      drawn(costTree(SUMMARY, 'model')),
      `unattributed ($4,157)
fraud_xgb_v7 ($2,251 · fraud-ml)
  inference ($2,057)
    aws_sagemaker_endpoint.fraud ($2,057)
  training ($194)
    aws_instance.training ($194)
`,
    )
  })

  it('goes from team to model, too, and says where there is none', () => {
    const [none, fraud] = costTree(SUMMARY, 'team')
    assert.equal(none!.label, 'no team')
    assert.deepEqual(
      [fraud!.label, fraud!.children.map(({ label }) => label)],
      ['fraud-ml', ['fraud_xgb_v7']],
    )
  })

  it('names no two rows alike, and a row alike after its cost has changed', () => {
    const ids = (nodes: readonly CostNode[]): string[] =>
      nodes.flatMap(({ id, children }) => [id, ...ids(children)])
    const before = ids(costTree(SUMMARY, 'model'))
    assert.equal(new Set(before).size, before.length)
    const cheaper = {
      ...SUMMARY,
      models: SUMMARY.models.map((model) => ({ ...model, total: model.total / 2 })),
    }
    assert.deepEqual(ids(costTree(cheaper, 'model')), before)
  })

  it('leads from a resource to its block', () => {
    const [, fraud] = costTree(SUMMARY, 'model')
    assert.deepEqual(fraud!.children[0]!.children[0]!.place, place)
  })
})

describe('the status bar', () => {
  it('says the total and its change, or that nothing changed', () => {
    assert.equal(statusText(SUMMARY), '$(tag) $6,408/mo (+$640)')
    assert.equal(statusText({ ...SUMMARY, delta: 0 }), '$(tag) $6,408/mo')
    assert.equal(statusText({ ...SUMMARY, delta: null }), '$(tag) $6,408/mo')
  })

  it('explains the figures', () => {
    assert.match(
      statusTooltip(SUMMARY),
      /list prices of 2026-11-01\n\n\+\$640 a month since `HEAD`\n\n1 error, 2 warnings/,
    )
    assert.match(
      statusTooltip({ ...SUMMARY, findings: { errors: 0, warnings: 0 } }),
      /No tag is missing or wrong/,
    )
  })
})

describe('what if', () => {
  it('lists types with their cost and the difference, the cheapest first', () => {
    const edit = { changes: {} }
    const rows = whatIfRows({
      currency: 'USD',
      resource: 'aws_instance.training',
      current: { instanceType: 'g5.2xlarge', monthlyCost: 885 },
      choices: [
        { instanceType: 'g5.12xlarge', monthlyCost: 4_141, delta: 3_256, edit },
        { instanceType: 'g5.xlarge', monthlyCost: 734.5, delta: -150.5, edit },
      ],
    })
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} ${description}`),
      ['g5.xlarge $735/mo (−$151)', 'g5.12xlarge $4,141/mo (+$3,256)'],
    )
  })
})
