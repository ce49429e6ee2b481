import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { helmRenderer } from '../../../cli/trees/chart-renderer.ts'
import type { ChartRequest } from '../../../core/index.ts'
import { manifestSets } from '../../../core/kubernetes/manifest-sets.ts'
import { locate, SourceFile } from '../../../core/source/source-file.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'

/** The real program: `$HELM`, else what is on the PATH. Undefined where there is none. */
const HELM = [process.env.HELM ?? 'helm'].find(
  (program) => program !== '' && spawnSync(program, ['version']).status === 0,
)

const CHART = 'apiVersion: v2\nname: llama\nversion: 1.0.0\n'
const FILES = {
  'charts/llama/Chart.yaml': CHART,
  'charts/llama/values.yaml': 'replicas: 1\ngpus: 1\n',
  'charts/llama/templates/serving.yaml': `{{- $name := .Release.Name }}
apiVersion: v1
kind: Service
metadata:
  name: {{ $name }}
spec: {}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  namespace: {{ .Release.Namespace }}
spec:
  replicas: {{ .Values.replicas }}
`,
  'charts/llama/templates/tests/ping.yaml': `apiVersion: v1
kind: Pod
metadata: {name: ping, annotations: {helm.sh/hook: test}}
`,
  'deploy/prod.yaml': 'replicas: 4\n',
}

const request = (asked: Partial<ChartRequest> = {}): ChartRequest => ({
  chart: 'charts/llama',
  release: 'llama-prod',
  namespace: 'serving',
  valueFiles: ['deploy/prod.yaml'],
  values: undefined,
  range: { source: new SourceFile('ascribe.yml', 'helm: []'), start: 0, end: 4 },
  ...asked,
})

/** What helm prints for these files, for tests where there is no helm. */
const PRINTED = `---
# Source: llama/templates/serving.yaml
apiVersion: v1
kind: Service
metadata:
  name: llama-prod
spec: {}
---
# Source: llama/templates/serving.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: llama-prod
  namespace: serving
spec:
  replicas: 4
`

describe('Helm charts', () => {
  const tree = memoryTree(FILES)

  it('are named, once, and not read where nobody renders them', () => {
    const { sets, notRendered, problems } = manifestSets(tree, '')
    assert.deepEqual(sets, [])
    assert.deepEqual(problems, [])
    assert.deepEqual(
      notRendered.map(({ path, because }) => `${path}: ${because}`),
      ['charts/llama/Chart.yaml: a Helm chart has to be rendered first'],
    )
  })

  it('give objects that stand where the template has their kind', () => {
    const { sets, notRendered } = manifestSets(tree, '', {
      charts: [request()],
      renderChart: () => ({ kind: 'rendered', text: PRINTED }),
    })
    assert.deepEqual(notRendered, [])
    const [set] = sets
    assert.equal(`${set!.kind} ${set!.id}`, 'chart charts/llama')
    assert.deepEqual(
      set!.manifests.map(
        ({ kind, name, range }) => `${kind} ${name} ${locate(range).path}:${locate(range).line}`,
      ),
      [
        'Service llama-prod charts/llama/templates/serving.yaml:3',
        'Deployment llama-prod charts/llama/templates/serving.yaml:9',
      ],
    )
  })

  it('say why they are not rendered', () => {
    const { notRendered } = manifestSets(tree, '', {
      charts: [request()],
      renderChart: () => ({ kind: 'failed', because: 'helm says: no' }),
    })
    assert.deepEqual(
      notRendered.map(({ because, range }) => `${range.source.path}: ${because}`),
      ['ascribe.yml: helm says: no'],
    )
  })
})

describe('Helm itself', () => {
  const because = (files: Record<string, string>, asked: Partial<ChartRequest> = {}) => {
    const result = helmRenderer(memoryTree({ ...FILES, ...files }), HELM)(request(asked))
    return result.kind === 'failed' ? result.because : result.text
  }

  before(function () {
    if (HELM) return
    process.stdout.write('      4 stories not rendered: there is no helm here\n')
    this.skip()
  })

  it('prints what the tests above take for granted, without the tests of a chart', () => {
    assert.equal(because({}), PRINTED)
  })

  it('takes values in the order that wins last', () => {
    assert.match(because({}, { values: 'replicas: 9' }), /replicas: 9/)
    assert.match(because({}, { valueFiles: [] }), /replicas: 1/)
  })

  it('is given nothing of the machine, and no network', () => {
    process.env.HELM_NAMESPACE = 'from-the-machine'
    try {
      assert.match(because({}, { namespace: undefined }), /namespace: default/)
    } finally {
      delete process.env.HELM_NAMESPACE
    }
    const dependency =
      'dependencies: [{name: redis, version: 1.0.0, repository: "https://charts.example.com"}]\n'
    assert.match(
      because({ 'charts/llama/Chart.yaml': CHART + dependency }),
      /missing in charts\/ directory: redis/,
    )
    const lookup = '{{ lookup "v1" "Namespace" "" "default" | toJson }}'
    assert.match(
      because({ 'charts/llama/templates/lookup.yaml': `# found: ${lookup}\na: 1\n` }),
      /found: \{\}/,
    )
  })

  it('says in a line what is wrong with a chart', () => {
    assert.match(
      because({ 'charts/llama/templates/bad.yaml': '{{ .Values.a.b.c }}' }),
      /^helm says: .*bad\.yaml.*nil pointer/,
    )
    assert.equal(because({}, { valueFiles: ['gone.yaml'] }), 'there is no file "gone.yaml" with its values')
  })
})

describe('Helm is not asked', () => {
  const refused = (asked: Partial<ChartRequest>) => helmRenderer(memoryTree(FILES), 'false')(request(asked))

  it('with names that could be flags', () => {
    for (const name of ['--post-renderer', '-x', 'a b', '', '../up'])
      assert.deepEqual(refused({ release: name }), {
        kind: 'failed',
        because: `"${name}" is no name of a release`,
      })
    assert.deepEqual(refused({ namespace: '--kube-apiserver' }), {
      kind: 'failed',
      because: '"--kube-apiserver" is no name of a namespace',
    })
  })

  it('where it is not there', () => {
    const result = helmRenderer(memoryTree(FILES), 'no-such-helm')(request())
    assert.deepEqual(result, { kind: 'failed', because: 'there is no program "no-such-helm"' })
  })
})
