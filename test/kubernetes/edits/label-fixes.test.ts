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
