import assert from 'node:assert/strict'
import { POLICY_TARGETS } from '../../core/policy/targets/index.ts'
import { documentsOf } from './support/exported.ts'
import { isInvalid } from './support/quick-engines.ts'
import { SCHEMAS } from './support/schemas.ts'

const TAGS = {
  'ml-team': 'search',
  'ml-project': 'ranking',
  'ml-workload-type': 'inference',
  'ml-environment': 'prod',
}

interface Labels {
  readonly [key: string]: string
}

const pod = (labels: Labels, metadata: object = {}, image = 'ranker:1') => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'ranker', labels, ...metadata },
  spec: { containers: [{ name: 'main', image }] },
})

/** A Deployment, ReplicaSet or CronJob around the pods. */
function workload(kind: string, labels: Labels, { replicas = 1, image = 'ranker:1' } = {}) {
  const { metadata, spec } = pod(labels, {}, image)
  const template = { metadata, spec }
  return {
    kind,
    metadata: { name: 'ranker' },
    spec: kind === 'CronJob' ? { jobTemplate: { spec: { template } } } : { replicas, template },
  }
}

describe('policies in a cluster where workloads without labels run already', () => {
  for (const id of ['kubernetes-vap', 'kyverno']) {
    const target = POLICY_TARGETS.find((known) => known.id === id)!
    const yml = SCHEMAS.find(({ name }) => name === 'ml-prefixed')!.yml
    const files = documentsOf(yml, target).filter(({ path }) => path.endsWith('.yaml'))
    const refused = (object: object, before: object | null) => isInvalid(files, object, before)

    it(`${id}: the old ReplicaSet is scaled down when its Deployment is labelled at last`, () => {
      assert.equal(refused(workload('ReplicaSet', TAGS), null), false)
      assert.equal(
        refused(workload('ReplicaSet', {}, { replicas: 0 }), workload('ReplicaSet', {}, { replicas: 3 })),
        false,
      )
      assert.equal(refused(workload('ReplicaSet', {}), null), true)
    })

    it(`${id}: a Deployment is refused when its pods change and still have no labels`, () => {
      for (const kind of ['Deployment', 'CronJob'])
        assert.equal(refused(workload(kind, {}, { image: 'ranker:2' }), workload(kind, {})), true)
    })

    it(`${id}: a pod loses its finalizers and gains annotations, but not other tags`, () => {
      const running = pod({ app: 'ranker' }, { finalizers: ['batch.kubernetes.io/job-tracking'] })
      assert.equal(refused(pod({ app: 'ranker' }, { annotations: { 'cni/ip': '10.0.0.7' } }), running), false)
      assert.equal(refused(pod({ app: 'ranker', 'ml-team': 'search' }), running), true)
      const { 'ml-team': _, ...others } = TAGS
      assert.equal(refused(pod(others), pod(TAGS)), true)
    })

    it(`${id}: what was not there before may also be an empty map, as Kyverno has it`, () => {
      assert.equal(refused(pod({}), {}), true)
      assert.equal(refused(pod(TAGS), {}), false)
    })
  }
})
