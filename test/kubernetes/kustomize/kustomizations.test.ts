import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Value } from '../../../core/domain/value.ts'
import { valueAtPath } from '../../../core/kubernetes/kustomize/field-path.ts'
import { type Kustomizations, kustomizations } from '../../../core/kubernetes/kustomize/kustomizations.ts'
import { locate } from '../../../core/source/source-file.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: llama
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: server
          image: vllm:1
          resources:
            limits:
              nvidia.com/gpu: 1
`

function build(files: Record<string, string>): Kustomizations {
  return kustomizations(memoryTree(files), '')
}

const messages = ({ problems }: Kustomizations) =>
  problems.map(({ message, range }) => {
    const { path, line } = locate(range)
    return `${path}:${line}: ${message}`
  })

const names = ({ sets }: Kustomizations) => sets.map(({ manifests }) => manifests.map(({ name }) => name))

/** \`path:line\` of where a value was written last. */
function writtenAt(value: Value | undefined): string {
  const { path, line } = locate(value!.origins![0]!)
  return `${path}:${line}`
}

describe('Kustomize: what is deployed', () => {
  it('builds what nobody else takes as a base, and knows whose files are whose', () => {
    const found = build({
      'base/kustomization.yaml': 'resources: [llama.yaml]',
      'base/llama.yaml': DEPLOYMENT,
      'overlays/dev/kustomization.yaml': 'resources: [../../base]\nnamePrefix: dev-',
      'overlays/prod/kustomization.yml': 'resources: [../../base]\nnamePrefix: prod-',
      'loose.yaml': DEPLOYMENT,
    })
    assert.deepEqual(
      found.sets.map(({ id, kind }) => `${kind} ${id}`),
      ['kustomization overlays/dev', 'kustomization overlays/prod'],
    )
    assert.deepEqual(names(found), [['dev-llama'], ['prod-llama']])
    assert.deepEqual([...found.files].sort(), [
      'base/kustomization.yaml',
      'base/llama.yaml',
      'overlays/dev/kustomization.yaml',
      'overlays/prod/kustomization.yml',
    ])
  })

  it('reads a base once, however many take it', () => {
    const files: Record<string, string> = {
      'base/kustomization.yaml': 'resources: [llama.yaml]',
      'base/llama.yaml': DEPLOYMENT,
    }
    for (let team = 0; team < 50; team++) files[`team-${team}/kustomization.yaml`] = 'resources: [../base]'
    const tree = memoryTree(files)
    const reads: string[] = []
    const read = (path: string) => {
      reads.push(path)
      return tree.read(path)
    }
    kustomizations({ ...tree, read }, '')
    assert.deepEqual(reads.toSorted(), Object.keys(files).sort())
  })
})

describe('Kustomize: where a value is written', () => {
  const found = build({
    'base/kustomization.yaml': 'resources: [llama.yaml]',
    'base/llama.yaml': DEPLOYMENT,
    'kustomization.yaml': `resources: [base]
namespace: serving
images:
  - name: vllm
    newTag: "2"
commonLabels:
  team: serving
patches:
  - path: gpus.yaml
  - target: { kind: Deployment }
    patch: |-
      - op: replace
        path: /spec/replicas
        value: 4
`,
    'gpus.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: llama
spec:
  template:
    spec:
      containers:
        - name: server
          resources:
            limits:
              nvidia.com/gpu: 8
`,
  })
  const { value, range } = found.sets[0]!.manifests[0]!
  const at = (path: string) => valueAtPath(value, path)

  it('is the line of the patch that decided it, and then the line it took the place of', () => {
    const gpus = at('spec.template.spec.containers.[name=server].resources.limits.[nvidia.com/gpu]')!
    assert.equal(gpus.kind === 'number' && gpus.value, 8)
    const places = [
      ...new Set(gpus.origins!.map((origin) => `${locate(origin).path}:${locate(origin).line}`)),
    ]
    assert.deepEqual(places, ['gpus.yaml:12', 'base/llama.yaml:14'])
  })

  it('is the line within the kustomization for a patch written there', () => {
    assert.equal(writtenAt(at('spec.replicas')), 'kustomization.yaml:14')
  })

  it('is the key of the kustomization for labels, images and the namespace', () => {
    assert.equal(writtenAt(at('metadata.namespace')), 'kustomization.yaml:2')
    assert.equal(writtenAt(at('metadata.labels.team')), 'kustomization.yaml:7')
    assert.equal(writtenAt(at('spec.template.spec.containers.[name=server].image')), 'kustomization.yaml:5')
  })

  it('stays where it was for everything else', () => {
    assert.equal(writtenAt(at('spec.template.spec.containers.[name=server].name')), 'gpus.yaml:9')
    assert.equal(`${locate(range).path}:${locate(range).line}`, 'base/llama.yaml:2')
  })
})

describe('Kustomize: mistakes leave the rest standing', () => {
  it('says what is missing, and where it is asked for', () => {
    const found = build({
      'kustomization.yaml':
        'resources:\n  - llama.yaml\n  - gone.yaml\n  - ../../outside\npatches:\n  - path: gone-patch.yaml\n',
      'llama.yaml': DEPLOYMENT,
    })
    assert.deepEqual(names(found), [['llama']])
    assert.deepEqual(messages(found), [
      'kustomization.yaml:3: there is no file and no kustomization at "gone.yaml"',
      'kustomization.yaml:4: "../../outside" lies outside the repository',
      'kustomization.yaml:6: there is no file "gone-patch.yaml"',
    ])
  })

  it('breaks circles', () => {
    const found = build({
      'a/kustomization.yaml': 'resources: [../b, llama.yaml]',
      'a/llama.yaml': DEPLOYMENT,
      'b/kustomization.yaml': 'resources: [../a]',
    })
    assert.deepEqual(names(found), [['llama']])
    assert.deepEqual(messages(found), ['b/kustomization.yaml:1: "../a" leads back here: a → b → a'])
  })

  it('names what lies elsewhere or would be run, once, and forgives who misses it', () => {
    const found = build({
      'kustomization.yaml': `resources:
  - https://github.com/kubeflow/manifests//common?ref=v1.9
  - llama.yaml
transformers: [plugin.yaml]
helmCharts: [{name: redis, repo: "https://charts.example.com"}]
patches:
  - patch: |-
      apiVersion: v1
      kind: Service
      metadata: {name: from-elsewhere}
`,
      'llama.yaml': DEPLOYMENT,
    })
    assert.deepEqual(names(found), [['llama']])
    assert.deepEqual(messages(found), [])
    assert.deepEqual(
      found.notRead.map(({ path }) => path),
      ['https://github.com/kubeflow/manifests//common?ref=v1.9', 'plugin.yaml', 'redis'],
    )
  })

  it('says which patch finds nothing, and which operation cannot be done', () => {
    const found = build({
      'kustomization.yaml': `resources: [llama.yaml]
patches:
  - patch: |-
      apiVersion: v1
      kind: Service
      metadata: {name: llama}
  - target: {kind: Deployment}
    patch: |-
      - op: remove
        path: /spec/paused
  - target: {kind: "Deployment("}
    patch: "[{op: add, path: /a, value: 1}]"
replicas: [{name: lama, count: 2}]
namePrefixes: x-
`,
      'llama.yaml': DEPLOYMENT,
    })
    assert.deepEqual(messages(found), [
      'kustomization.yaml:14: unknown field "namePrefixes" of a kustomization',
      'kustomization.yaml:4: no object to patch as Service llama',
      'kustomization.yaml:9: the patch cannot be applied to Deployment llama: there is no "paused" of "/spec/paused" in the object',
      'kustomization.yaml:11: the patch is not applied: kind "Deployment(" is no pattern: unterminated group',
      'kustomization.yaml:13: `replicas` names "lama", which is not there. expected the name of one of Deployment, ReplicaSet, ReplicationController, StatefulSet',
    ])
  })

  it('ends, however many times components take components', () => {
    const files: Record<string, string> = {
      'llama.yaml': DEPLOYMENT,
      'kustomization.yaml': 'resources: [llama.yaml]\ncomponents: [c0]',
    }
    for (let level = 0; level < 28; level++)
      for (const side of ['', 'x'])
        files[`c${level}${side}/kustomization.yaml`] =
          `kind: Component\ncomponents: [../c${level + 1}, ../c${level + 1}x]\nnameSuffix: ${side || 'o'}\n`
    const found = build(files)
    assert.equal(found.sets.length, 1)
    assert.match(messages(found).join('\n'), /too much to build/)
  })

  it('ends, however often bases take bases', () => {
    const files: Record<string, string> = { 'base/llama.yaml': DEPLOYMENT, 'base/kustomization.yaml': VARS }
    for (let level = 0; level < 25; level++)
      for (const side of ['a', 'b']) {
        const inner = level === 0 ? '../base' : `../a${level - 1}, ../b${level - 1}`
        files[`${side}${level}/kustomization.yaml`] = `resources: [${inner}]\nnamePrefix: ${side}-\n`
      }
    const found = build(files)
    assert.equal(found.sets.length, 2)
    assert.match(messages(found).join('\n'), /more than 5000 objects/)
  })

  it('ends with whatever a kustomization holds', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(...FIELDS), (json, field) => {
        const found = build({
          'kustomization.yaml': `resources: [llama.yaml]\n${field}: ${json}\n`,
          'llama.yaml': DEPLOYMENT,
        })
        assert.ok(found.sets.length <= 1)
      }),
      { numRuns: 300 },
    )
  })
})

const VARS = `resources: [llama.yaml]
vars:
  - name: NAME
    objref: { kind: Deployment, name: llama, apiVersion: apps/v1 }
`

const FIELDS = [
  'bases',
  'components',
  'namespace',
  'labels',
  'commonLabels',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'images',
  'replicas',
  'replacements',
  'vars',
  'configMapGenerator',
  'secretGenerator',
  'generatorOptions',
  'configurations',
  'transformers',
]
