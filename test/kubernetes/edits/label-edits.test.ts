import assert from 'node:assert/strict'
import { type LabelEntries, labelEdits } from '../../../core/kubernetes/edits/label-edits.ts'
import { loadManifests, readManifests } from '../../../core/kubernetes/index.ts'
import { SourceFile } from '../../../core/source/source-file.ts'

const TEAM: LabelEntries = [['ml.acme.example/team', 'fraud-ml']]

/** The text with the labels written to the first pod group of its first object. */
function labelled(text: string, entries: LabelEntries = TEAM): string | undefined {
  const source = new SourceFile('k8s/scorer.yaml', text)
  const { manifests } = readManifests(source)
  const [resource] = loadManifests([{ id: 'k8s', kind: 'folder', manifests }])
  const owner = resource!.workload!.podGroups[0]!.labelled
  const edits = owner && labelEdits(owner, entries)
  return edits?.reduceRight((all, { start, end, pieces }) => {
    const text = pieces.map((piece) =>
      typeof piece === 'string'
        ? piece
        : typeof piece.value === 'string'
          ? piece.value
          : piece.value.values[0],
    )
    return all.slice(0, start) + text.join('') + all.slice(end)
  }, text)
}

const deployment = (template: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: scorer
spec:
  selector:
    matchLabels: { app: scorer }
  template:
${template}`

const POD = `    spec:
      containers:
        - name: scorer # the model
          image: acme/scorer:7
`

describe('labels for pods', () => {
  it('come after the ones that are there, as those are written', () => {
    const before = deployment(`    metadata:
      labels:
        app: scorer # chosen by the service
${POD}`)
    assert.equal(
      labelled(before),
      before.replace('the service\n', 'the service\n        ml.acme.example/team: fraud-ml\n'),
    )
  })

  it('go to the pods where the template is the first of its neighbours, or alone', () => {
    const job = (after: string) => `apiVersion: batch/v1
kind: Job
metadata:
  name: train
spec:
  template:
    metadata:
      name: train
    spec:
      containers:
        - name: main
          image: acme/train:7
${after}`
    for (const after of ['', '  backoffLimit: 3\n'])
      assert.equal(
        labelled(job(after)),
        job(after).replace(
          '      name: train\n',
          '      name: train\n      labels:\n        ml.acme.example/team: fraud-ml\n',
        ),
      )
  })

  it('go between the braces of a short form', () => {
    const before = deployment(`    metadata: { labels: { app: scorer } }\n${POD}`)
    assert.equal(
      labelled(before),
      before.replace('app: scorer } }', 'app: scorer, ml.acme.example/team: fraud-ml } }'),
    )
  })

  it('bring their own mapping where there is none yet', () => {
    assert.equal(
      labelled(deployment(`    metadata:\n      annotations: { a: b }\n${POD}`)),
      deployment(
        `    metadata:\n      annotations: { a: b }\n      labels:\n        ml.acme.example/team: fraud-ml\n${POD}`,
      ),
    )
  })

  it('bring metadata too, before the spec', () => {
    assert.equal(
      labelled(deployment(POD)),
      deployment(`    metadata:\n      labels:\n        ml.acme.example/team: fraud-ml\n${POD}`),
    )
  })

  it('fill empty ones', () => {
    const before = deployment(`    metadata:\n      labels: {}\n${POD}`)
    assert.equal(labelled(before), before.replace('{}', '{ ml.acme.example/team: fraud-ml }'))
  })

  it('keep the line breaks of Windows', () => {
    const before = deployment(`    metadata:\n      labels:\n        app: scorer\n${POD}`).replaceAll(
      '\n',
      '\r\n',
    )
    assert.equal(
      labelled(before),
      before.replace(
        '        app: scorer\r\n',
        '        app: scorer\r\n        ml.acme.example/team: fraud-ml\r\n',
      ),
    )
  })

  it('are quoted where YAML would not take them for a string', () => {
    const after = labelled(deployment(`    metadata:\n      labels:\n        app: scorer\n${POD}`), [
      ['team', 'yes'],
      ['cost-center', '4711'],
    ])
    assert.ok(after?.includes('        team: "yes"\n        cost-center: "4711"\n'))
  })

  it('are those of the service itself for KServe, which hands them down', () => {
    const before = `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: fraud
spec:
  predictor:
    model: { modelFormat: { name: xgboost }, storageUri: s3://models/fraud }
`
    assert.equal(
      labelled(before),
      before.replace('name: fraud\n', 'name: fraud\n  labels:\n    ml.acme.example/team: fraud-ml\n'),
    )
  })

  it('are not written where an alias stands for them', () => {
    const text = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: scorer
  labels: &labels { app: scorer }
spec:
  selector: { matchLabels: { app: scorer } }
  template:
    metadata: { labels: *labels }
${POD}`
    assert.equal(labelled(text), undefined)
  })
})
