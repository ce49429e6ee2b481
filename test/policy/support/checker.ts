import { join } from 'node:path'
import { check } from '../../../core/check.ts'
import type { Target } from '../../../core/config/spelling.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { bookAt } from '../../support/frozen-book.ts'
import type { Vector } from './vectors.ts'

const book = bookAt(join(import.meta.dirname, '../../../core/pricing/book'))

/** For each vector, whether the rules refuse it: a tag is missing or has a value that is not allowed, and that is an error. */
export function refusedByRules(yml: string, target: Target, vectors: readonly Vector[]): readonly boolean[] {
  const tree = memoryTree({ 'ascribe.yml': yml, ...filesOf(target, vectors) })
  const { inspection, findings } = check(tree, '', book)
  const broken = inspection.problems.filter(({ severity }) => severity === 'error')
  if (broken.length > 0) throw new Error(broken.map(({ message }) => message).join('\n'))
  if (inspection.resources.length !== vectors.length)
    throw new Error(`${inspection.resources.length} resources are made of ${vectors.length} vectors`)
  const refused = new Set(
    findings
      .filter(
        ({ ruleId, severity }) =>
          severity === 'error' && ['missing-tag', 'invalid-tag-value'].includes(ruleId),
      )
      .map(({ address }) => Number(/v(\d+)$/.exec(address)?.[1])),
  )
  return vectors.map((_, index) => refused.has(index))
}

function filesOf(target: Target, vectors: readonly Vector[]): Record<string, string> {
  if (target === 'kubernetes')
    return {
      'pods.yaml': vectors.map((vector, index) => JSON.stringify(podOf(vector, `v${index}`))).join('\n---\n'),
    }
  const { type, tags, attributes } = RESOURCES[target]
  const resources = Object.fromEntries(
    vectors.map((vector, index) => [`v${index}`, { ...attributes, [tags]: templated(vector.tags) }]),
  )
  return { 'main.tf.json': JSON.stringify({ ...PROVIDERS[target], resource: { [type]: resources } }) }
}

function podOf({ tags, annotations }: Vector, name: string) {
  const container = { name: 'main', image: 'busybox', resources: { requests: { cpu: '1', memory: '1Gi' } } }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'ml', labels: tags, ...(annotations && { annotations }) },
    spec: { containers: [container] },
  }
}

/** The same pods as Pods, of a Deployment or of a CronJob, in turn. */
export function workloadOf(vector: Vector, index: number) {
  const name = `v${index}`
  const pod = podOf(vector, name)
  const { namespace, ...metadata } = pod.metadata
  const template = { metadata, spec: pod.spec }
  const around = { metadata: { name, namespace } }
  switch (index % 3) {
    case 0:
      return pod
    case 1:
      return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        ...around,
        spec: { selector: { matchLabels: { app: 'x' } }, template },
      }
    default:
      return {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        ...around,
        spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template } } },
      }
  }
}

const RESOURCES = {
  aws: { type: 'aws_instance', tags: 'tags', attributes: { ami: 'ami-1', instance_type: 'm5.large' } },
  azure: {
    type: 'azurerm_linux_virtual_machine',
    tags: 'tags',
    attributes: { name: 'vm', location: 'westeurope', size: 'Standard_D2s_v3' },
  },
  google: {
    type: 'google_compute_instance',
    tags: 'labels',
    attributes: { name: 'vm', zone: 'us-central1-a', machine_type: 'n2-standard-2' },
  },
} as const

const PROVIDERS = {
  aws: { provider: { aws: { region: 'us-east-1' } } },
  azure: {},
  google: { provider: { google: { region: 'us-central1' } } },
} as const

/** Texts and keys of JSON configurations are templates. */
function templated(tags: Readonly<Record<string, string>>): Record<string, string> {
  const literal = (text: string) => text.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [literal(key), literal(value)]))
}
