import assert from 'node:assert/strict'
import { quickFixesAt } from '../../../core/quick-fixes/quick-fixes.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { createWorkspace } from '../../../core/workspace.ts'
import { frozenBook } from '../../support/frozen-book.ts'

const CONFIG = `version: 1
schema: { preset: none, keys: { team: { required: true, values: catalogue } }, dimensions: { team: team } }
teams: { fraud-ml: {}, search-ml: {} }
`
const cluster = (workers: string) => `apiVersion: ray.io/v1
kind: RayCluster
metadata: { name: tune }
spec:
  headGroupSpec:
    template:
      metadata: { labels: { team: search-ml } }
      spec: { containers: [{ name: head, resources: { requests: { cpu: 1, memory: 1Gi } } }] }
  workerGroupSpecs:
    - groupName: gpu
      replicas: 1
      template:
${workers}        spec: { containers: [{ name: worker, resources: { requests: { cpu: 1, memory: 1Gi } } }] }
`

function fixesIn(files: Record<string, string>, path: string) {
  const workspace = createWorkspace({ tree: memoryTree(files), below: '', prices: frozenBook() })
  workspace.inspection()
  const options = { scope: 'costly', severity: 'configured' } as const
  return quickFixesAt(workspace, path, { from: 0, to: 100 }, options).filter(
    ({ title }) => !title.startsWith('Exempt '),
  )
}

describe('a fix for pods without labels', () => {
  it('gives the workers what the head says: they belong to one owner', () => {
    const [fix, ...others] = fixesIn({ 'ascribe.yml': CONFIG, 'ray.yaml': cluster('') }, 'ray.yaml')
    assert.deepEqual(others, [])
    assert.equal(fix!.title, 'Add "team" to the pods of RayCluster/tune')
    assert.deepEqual(
      fix!.edits.map(({ newText, range }) => [newText, range.start.line]),
      [['metadata:\n          labels:\n            team: search-ml\n        ', 12]],
    )
  })

  it('says which other objects get them: an edit of a base reaches every overlay', () => {
    const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: scorer }
spec:
  selector: { matchLabels: { app: scorer } }
  template:
    metadata:
      labels:
        app: scorer
    spec: { containers: [{ name: scorer, resources: { requests: { cpu: 1, memory: 1Gi } } }] }
`
    const overlay = (name: string) => `resources: [../../base]\nnamePrefix: ${name}-\n`
    const [fix] = fixesIn(
      {
        'ascribe.yml': CONFIG,
        'base/kustomization.yaml': 'resources: [scorer.yaml]\n',
        'base/scorer.yaml': deployment,
        'overlays/prod/kustomization.yaml': overlay('prod'),
        'overlays/staging/kustomization.yaml': overlay('staging'),
      },
      'base/scorer.yaml',
    )
    assert.match(fix!.title, /to the pods of Deployment\/\w+-scorer \(also tags 1 other resource\)$/)
    assert.match(fix!.edits[0]!.newText, /^\n {8}team: \S+$/)
  })

  it('is not offered where the file would not have them in the end', () => {
    const workers = '        metadata: { labels: {{ .Values.labels }} }\n'
    assert.deepEqual(fixesIn({ 'ascribe.yml': CONFIG, 'ray.yaml': cluster(workers) }, 'ray.yaml'), [])
  })
})

describe('a fix for labels that Kubernetes refuses', () => {
  const deployment = (labels: string, more = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: scorer }
spec:
  selector: { matchLabels: { app: scorer } }
  template:
    metadata:
      labels:
        app: scorer
${labels}    spec: { containers: [{ name: scorer, resources: { requests: { cpu: 1, memory: 1Gi } } }] }
${more}`
  const told = (files: Record<string, string>, path = 'scorer.yaml') =>
    fixesIn({ 'ascribe.yml': CONFIG, ...files }, path)
      .filter(({ title }) => !title.startsWith('Add '))
      .map(({ title, edits, isPreferred }) => ({
        title,
        isPreferred,
        edits: edits.map(({ newText, range }) => `${range.start.line}:${range.start.character} ${newText}`),
      }))

  it('writes what a label can hold, in place of the string and nothing else', () => {
    const labels = '        created-by: "ann@acme.example" # who\n        Cost Center: ml\n'
    assert.deepEqual(told({ 'scorer.yaml': deployment(labels) }), [
      {
        title: 'Change "ann@acme.example" to "ann-acme.example"',
        isPreferred: true,
        edits: ['9:20 ann-acme.example'],
      },
      {
        title: 'Rename label "Cost Center" to "Cost-Center"',
        isPreferred: true,
        edits: ['10:8 Cost-Center'],
      },
    ])
    // A spelling that YAML would take for a number stays a string.
    const dated = told({ 'scorer.yaml': deployment("        until: '2026/12'\n") })
    assert.deepEqual(dated[0]!.edits, ['9:15 "2026-12"'])
  })

  it('offers the values that ascribe.yml allows, the nearest first', () => {
    const fixes = told({ 'scorer.yaml': deployment('        team: fraud_ml\n') })
    assert.deepEqual(
      fixes.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Change "fraud_ml" to "fraud-ml"', true],
        ['Change "fraud_ml" to "search-ml"', false],
      ],
    )
    assert.deepEqual(fixes[0]!.edits, ['9:14 fraud-ml'])
  })

  it('says which other objects take it from there, and edits every template of one object', () => {
    const base = told(
      {
        'base/kustomization.yaml': 'resources: [scorer.yaml]\n',
        'base/scorer.yaml': deployment('        owner: "a@b.c"\n'),
        'prod/kustomization.yaml': 'resources: [../base]\nnamePrefix: prod-\n',
        'test/kustomization.yaml': 'resources: [../base]\nnamePrefix: test-\n',
      },
      'base/scorer.yaml',
    )
    assert.equal(base[0]!.title, 'Change "a@b.c" to "a-b.c" (also tags 1 other resource)')
    const ray = cluster('        metadata: { labels: { team: search-ml, owner: "a@b.c" } }\n').replace(
      '{ team: search-ml }',
      '{ team: search-ml, owner: a@b.c }',
    )
    const [both] = told({ 'ray.yaml': ray }, 'ray.yaml')
    assert.deepEqual(both!.edits, ['6:52 a-b.c', '12:54 a-b.c'])
  })

  it('is not offered where the object selects its pods by it, or it is written as something else', () => {
    const selected = deployment('        owner: a@b.c\n').replace(
      'app: scorer }',
      'app: scorer, owner: a@b.c }',
    )
    const aliased = deployment('        owner: *who\n').replace(
      'name: scorer',
      'name: scorer, namespace: &who a@b.c',
    )
    const folded = deployment('        owner: >-\n          a@b.c\n')
    for (const text of [selected, aliased, folded]) assert.deepEqual(told({ 'scorer.yaml': text }), [])
  })
})
