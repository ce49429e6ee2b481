import assert from 'node:assert/strict'
import { reviewChange } from '../../../core/changes/review-change.ts'
import { inspectTree } from '../../../core/check.ts'
import type { ChartRequest } from '../../../core/source/chart.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { frozenBook } from '../../support/frozen-book.ts'

/** As helm would print it; the real program is tried in helm.test.ts. */
const RENDERED = `---
# Source: scorer/templates/deployment.yaml
apiVersion: apps/v1
kind: Deployment
metadata: { name: scorer, namespace: fraud }
spec:
  replicas: 2
  selector: { matchLabels: { app: scorer } }
  template:
    metadata: { labels: { app: scorer } }
    spec: { containers: [{ name: scorer, resources: { requests: { cpu: 1, memory: 2Gi } } }] }
`
const release = (more: string) => `resource "helm_release" "scorer" {
  name      = "scorer"
  namespace = "fraud"
  chart     = "../charts/scorer"
${more}}
`

function inspected(more: string, render = true) {
  const asked: ChartRequest[] = []
  const tree = memoryTree({
    'ascribe.yml': `version: 1\nhelm: { render: ${render} }\n`,
    'charts/scorer/Chart.yaml': 'apiVersion: v2\nname: scorer\nversion: 1.0.0\n',
    'charts/scorer/templates/deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\n',
    'infra/main.tf': release(more),
  })
  const renderChart = (request: ChartRequest) => {
    asked.push(request)
    return { kind: 'rendered', text: RENDERED } as const
  }
  const { resources } = inspectTree({ ...tree, renderChart }, '', frozenBook())
  return { asked, addresses: resources.map(({ resource }) => resource.address), resources }
}

describe('a release in Terraform', () => {
  it('of a chart of this repository is priced by what it renders', () => {
    const { asked, addresses, resources } = inspected('')
    assert.deepEqual(addresses, ['helm_release.scorer/Deployment/fraud/scorer'])
    assert.ok(resources[0]!.cost > 0)
    assert.deepEqual(
      asked.map(({ chart, release: name, namespace }) => [chart, name, namespace]),
      [['charts/scorer', 'scorer', 'fraud']],
    )
  })

  it('hands its values on', () => {
    const { asked } = inspected('  values = [yamlencode({ replicas = 4 })]\n')
    assert.equal(asked[0]!.values, '"replicas": 4\n')
    const set = '  set {\n    name  = "gpu.count"\n    value = "2"\n  }\n'
    assert.equal(inspected(set).asked[0]!.values, 'gpu:\n  count: 2\n')
  })

  it('is not rendered with values that nobody knows, from elsewhere, or without leave', () => {
    const open = '  values = [var.values]\n}\nvariable "values" {\n  type = string\n'
    for (const { asked, addresses } of [
      inspected(open),
      inspected('  repository = "https://charts.example"\n'),
      inspected('', false),
    ]) {
      assert.deepEqual(asked, [])
      assert.deepEqual(addresses, ['helm_release.scorer'])
    }
  })
})

describe('a change that brings the first ascribe.yml', () => {
  const chart = {
    'charts/scorer/Chart.yaml': 'apiVersion: v2\nname: scorer\nversion: 1.0.0\n',
    'infra/main.tf': release(''),
  }
  const rendersWith = (base: Record<string, string>, head: Record<string, string>) => {
    let asked = 0
    const renderChart = () => {
      asked++
      return { kind: 'rendered', text: RENDERED } as const
    }
    const side = (label: string, files: Record<string, string>) => ({
      label,
      tree: { ...memoryTree(files), renderChart },
    })
    reviewChange(side('base', base), side('head', head), {
      below: '',
      prices: frozenBook(),
      failOn: undefined,
    })
    return asked
  }
  const allowed = { 'ascribe.yml': 'version: 1\nhelm: { render: true }\n' }

  it('cannot have its own charts rendered by it: only the base side allows that', () => {
    assert.equal(rendersWith({}, { ...chart, ...allowed }), 0)
    assert.equal(rendersWith({ 'ascribe.yml': 'version: 1\n' }, { ...chart, ...allowed }), 0)
    assert.ok(rendersWith(allowed, { ...chart, ...allowed }) > 0)
  })
})
