import assert from 'node:assert/strict'
import type { ChartRequest } from '../../../core/index.ts'
import { type ManifestSets, manifestSets } from '../../../core/kubernetes/manifest-sets.ts'
import { locate } from '../../../core/source/source-file.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: llama}
spec: {template: {spec: {containers: [{name: server, image: "vllm:1"}]}}}
`

function application(name: string, source: string, more = ''): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}, namespace: argocd}
spec:
  destination: {namespace: serving}
  source:
    repoURL: https://github.com/acme/platform
    targetRevision: main
${source}${more}`
}

/** \`kind id: namespace/name, …\` of every set. */
const summary = ({ sets }: ManifestSets) =>
  sets.map(
    ({ kind, id, manifests }) =>
      `${kind} ${id}: ${manifests.map(({ namespace = '-', name }) => `${namespace}/${name}`).join(', ')}`,
  )

describe('Argo CD: what its applications deploy', () => {
  it('gives a folder of manifests their namespace, where the application says it', () => {
    const found = manifestSets(
      memoryTree({
        'argocd/llama.yaml': application('llama', '    path: serving/llama\n'),
        'serving/llama/deployment.yaml': DEPLOYMENT,
        'serving/llama/other.yaml': DEPLOYMENT.replace('name: llama', 'name: mistral, namespace: elsewhere'),
      }),
      '',
    )
    assert.deepEqual(summary(found), [
      'folder argocd: argocd/llama',
      'folder serving/llama: serving/llama, elsewhere/mistral',
    ])
    const { value } = found.sets[1]!.manifests[0]!
    const metadata = value.entries.get('metadata')!
    const namespace = metadata.kind === 'object' ? metadata.entries.get('namespace')! : metadata
    assert.equal(locate(namespace.origins![0]!).path, 'argocd/llama.yaml')
    assert.deepEqual(
      [...found.assumptions],
      [
        [
          'serving/llama',
          ['Argo CD\'s application "llama" is taken to deploy serving/llama of this repository'],
        ],
      ],
    )
  })

  it('edits a kustomization before it builds it', () => {
    const found = manifestSets(
      memoryTree({
        'apps.yaml': application(
          'llama',
          '    path: base\n    kustomize: {namePrefix: eu-, images: ["vllm=registry.example.com/vllm:2"], commonLabels: {region: eu}}\n',
        ),
        'base/kustomization.yaml': 'resources: [llama.yaml]\nnamePrefix: any-\n',
        'base/llama.yaml': DEPLOYMENT,
      }),
      '',
    )
    assert.deepEqual(summary(found), ['folder .: argocd/llama', 'kustomization base: serving/eu-llama'])
    assert.match(JSON.stringify(plain(found.sets[1]!.manifests[0]!.value)), /registry\.example\.com\/vllm:2/)
    assert.match(JSON.stringify(plain(found.sets[1]!.manifests[0]!.value)), /"region":"eu"/)
  })

  it('asks for a chart with its values', () => {
    const asked: ChartRequest[] = []
    const found = manifestSets(
      memoryTree({
        'apps.yaml': application(
          'llama',
          '    path: charts/llama\n    helm: {releaseName: big, valueFiles: [prod.yaml, /common.yaml, ../../../outside.yaml], valuesObject: {gpus: 8}}\n',
        ),
        'charts/llama/Chart.yaml': 'name: llama\n',
      }),
      '',
      {
        renderChart(request) {
          asked.push(request)
          return { kind: 'failed', because: 'not now' }
        },
      },
    )
    assert.deepEqual(
      asked.map(({ range: _, ...request }) => request),
      [
        {
          chart: 'charts/llama',
          release: 'big',
          namespace: 'serving',
          valueFiles: ['charts/llama/prod.yaml', 'common.yaml'],
          values: '{"gpus":8}',
        },
      ],
    )
    assert.deepEqual(
      found.notRendered.map(({ path, because }) => `${path}: ${because}`),
      ['charts/llama/Chart.yaml: not now'],
    )
  })

  it('follows an ApplicationSet to the folders it lists', () => {
    const found = manifestSets(
      memoryTree({
        'argocd/teams.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: teams, namespace: argocd}
spec:
  generators:
    - git:
        directories: [{path: "teams/*"}, {path: teams/old, exclude: true}]
  template:
    metadata: {name: "{{path.basename}}"}
    spec:
      source: {path: "{{ .path.path }}"}
      destination: {namespace: "team-{{path.basename}}"}
`,
        'teams/vision/job.yaml': DEPLOYMENT,
        'teams/nlp/job.yaml': DEPLOYMENT,
        'teams/old/job.yaml': DEPLOYMENT,
      }),
      '',
    )
    assert.deepEqual(summary(found), [
      'folder argocd: argocd/teams',
      'folder teams/old: -/llama',
      'folder teams/nlp: team-nlp/llama',
      'folder teams/vision: team-vision/llama',
    ])
  })

  it('counts what two applications deploy twice, and a folder it covers once', () => {
    const found = manifestSets(
      memoryTree({
        'eu.yaml': application('eu', '    path: apps\n    directory: {recurse: true}\n'),
        'us.yaml': application('us', '    path: apps\n    directory: {recurse: true}\n').replace(
          'namespace: serving',
          'namespace: us',
        ),
        'apps/llama/deployment.yaml': DEPLOYMENT,
      }),
      '',
    )
    assert.deepEqual(summary(found), [
      'folder .: argocd/eu, argocd/us',
      'folder apps: serving/llama, us/llama',
    ])
  })

  it('leaves alone what lies in another repository, and says what only Argo CD knows', () => {
    const found = manifestSets(
      memoryTree({
        'a.yaml': application('elsewhere', '    path: not/here\n'),
        'b.yaml': application('outside', '    path: ../../etc\n'),
        'c.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: everywhere, namespace: argocd}
spec:
  generators: [{clusters: {}}]
  template:
    metadata: {name: "{{name}}"}
    spec: {source: {path: "clusters/{{name}}"}}
`,
      }),
      '',
    )
    assert.deepEqual(
      found.notRendered.map(({ path, because }) => `${path}: ${because}`),
      ['clusters/{{name}}: only Argo CD knows the path of this application'],
    )
    assert.deepEqual(summary(found), ['folder .: argocd/elsewhere, argocd/outside, argocd/everywhere'])
    assert.equal(found.assumptions.size, 0)
  })
})

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner) => {
      if (key === 'origins') return undefined
      if (inner instanceof Map) return Object.fromEntries(inner)
      return inner && typeof inner === 'object' && 'value' in inner ? inner.value : inner
    }),
  )
}
