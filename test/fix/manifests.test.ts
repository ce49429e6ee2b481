import assert from 'node:assert/strict'
import { changed, fixed, TEAM_ONLY } from './fixing.ts'

const TEAM = { team: 'fraud-ml' }
const deployment = (name: string, labels = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 1
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels:
        app: ${name}
${labels}    spec:
      containers:
        - name: main # the model
          image: scorer
          resources:
            requests: { cpu: "1", memory: 1Gi }
`

describe('labels of manifests', () => {
  it('two objects of a kustomization: once, in its labels, and no selector gets it', () => {
    const files = {
      'ascribe.yml': TEAM_ONLY,
      'app/kustomization.yaml': 'resources:\n  - a.yaml # the scorer\n  - b.yaml\n',
      'app/a.yaml': deployment('a'),
      'app/b.yaml': deployment('b'),
    }
    const { diff, plan, refused } = fixed(files, { set: TEAM })
    assert.equal(changed(diff), '+labels:\n+  - includeTemplates: true\n+    pairs:\n+      team: fraud-ml')
    assert.deepEqual(
      plan.changes[0]!.reaches.map(({ address }) => address),
      ['Deployment/a', 'Deployment/b'],
    )
    assert.deepEqual(refused, [])
  })

  it('an item that reaches the pods is gone on with; one that writes selectors is left alone', () => {
    const kustomization = (item: string) =>
      `resources: [a.yaml, b.yaml]\nlabels:\n- pairs:\n    part-of: fraud # all of it\n  ${item}: true\n`
    const files = (item: string) => ({
      'ascribe.yml': TEAM_ONLY,
      'app/kustomization.yaml': kustomization(item),
      'app/a.yaml': deployment('a'),
      'app/b.yaml': deployment('b'),
    })
    const joined = fixed(files('includeTemplates'), { set: TEAM })
    assert.equal(changed(joined.diff), '+    team: fraud-ml')
    const apart = fixed(files('includeSelectors'), { set: TEAM })
    assert.equal(changed(apart.diff), '+- includeTemplates: true\n+  pairs:\n+    team: fraud-ml')
  })

  it('a kustomization that would overwrite what an object says is left alone', () => {
    const files = {
      'ascribe.yml': TEAM_ONLY,
      'app/kustomization.yaml': 'resources: [a.yaml, b.yaml, c.yaml]\n',
      'app/a.yaml': deployment('a'),
      'app/b.yaml': deployment('b'),
      'app/c.yaml': deployment('c', '        team: search-ml\n'),
    }
    const { plan, refused } = fixed(files, { set: TEAM })
    assert.deepEqual(
      plan.files.map(({ path }) => path),
      ['app/a.yaml', 'app/b.yaml'],
    )
    assert.deepEqual(refused, [])
  })

  it('a plain manifest gets it in its pod template, with its comments and line ends', () => {
    const text = deployment('a').replaceAll('\n', '\r\n')
    const { files } = fixed({ 'ascribe.yml': TEAM_ONLY, 'a.yaml': text }, { set: TEAM })
    assert.equal(
      files['a.yaml'],
      text.replace('        app: a\r\n', '        app: a\r\n        team: fraud-ml\r\n'),
    )
  })

  it('a volume claim gets its own labels', () => {
    const files = {
      'ascribe.yml': TEAM_ONLY,
      'claim.yaml':
        'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: features\nspec:\n  resources:\n    requests:\n      storage: 100Gi\n',
    }
    const { diff } = fixed(files, { set: TEAM })
    assert.equal(changed(diff), '+  labels:\n+    team: fraud-ml')
  })
})

describe('labels of kinds that have no pod template', () => {
  it('Spark: the driver and every executor say their own', () => {
    const app = `apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata:
  name: features
spec:
  type: Scala
  driver:
    cores: 1
    memory: 4g
    labels:
      version: 3.5.0
  executor:
    instances: 8
    cores: 4
    memory: 16g
`
    const { diff, refused } = fixed({ 'ascribe.yml': TEAM_ONLY, 'features.yaml': app }, { set: TEAM })
    assert.deepEqual(refused, [])
    assert.equal(changed(diff), '+      team: fraud-ml\n+    labels:\n+      team: fraud-ml')
  })

  it('Argo: every template of a workflow that runs something', () => {
    const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: train
spec:
  entrypoint: train
  templates:
    - name: train
      container:
        image: acme/train:7
        resources:
          requests: { cpu: "8", memory: 32Gi }
`
    const { diff, refused } = fixed({ 'ascribe.yml': TEAM_ONLY, 'train.yaml': workflow }, { set: TEAM })
    assert.deepEqual(refused, [])
    assert.equal(changed(diff), '+      metadata:\n+        labels:\n+          team: fraud-ml')
  })
})
