import { block, bool, maybe, type Reader, type Reading, readAll, unknownBecause } from '../domain/reads.ts'
import { isMapping, type Value } from '../domain/value.ts'
import type { PodCount } from '../domain/workload.ts'
import { countOf, fixedCount, movingCount } from './pods/pod-count.ts'
import { podGroup, unknownGroup } from './pods/pod-group.ts'
import { type PodTemplate, podTemplate } from './pods/pod-template.ts'
import { secondsOf, suspendedBy, untilDone } from './runs.ts'
import { type WorkloadKind, workloadKind } from './workload-kind.ts'

interface Role {
  readonly name: string
  readonly replicas: Reading<number>
  readonly template: PodTemplate | undefined
}

interface TrainingSpec {
  readonly roles: readonly (Role | { readonly name: string; readonly because: string })[]
  readonly elasticPolicy: ElasticPolicy | undefined
  readonly runPolicy:
    | { readonly suspend: Reading<boolean>; readonly activeDeadlineSeconds: Reading<number | undefined> }
    | undefined
}

interface ElasticPolicy {
  readonly minReplicas: Reading<number | undefined>
  readonly maxReplicas: Reading<number | undefined>
}

/** A job of Kubeflow's training operator: pods by role, in `spec.<framework>ReplicaSpecs`. */
export function trainingJob(kind: string, replicaSpecs: string): WorkloadKind {
  return workloadKind<TrainingSpec>(
    {
      type: `kubeflow.org/${kind}`,
      versions: ['v1'],
      pods: `\`spec.${replicaSpecs}{}.template\``,
      count: '`replicas` (1) of each role; workers within `spec.elasticPolicy`',
      reads: {
        roles: rolesIn(`spec.${replicaSpecs}`),
        elasticPolicy: block({ minReplicas: countOf(undefined), maxReplicas: countOf(undefined) }),
        runPolicy: block({ suspend: maybe(bool(false)), activeDeadlineSeconds: countOf(undefined) }),
      },
      fields: { roles: replicaSpecs },
    },
    function* ({ roles, elasticPolicy, runPolicy }, context) {
      for (const role of roles) {
        if ('because' in role) {
          yield unknownGroup(role.because, context.manifest, role.name)
          continue
        }
        const fixed = fixedCount(role.replicas)
        const count = role.name === 'worker' && elasticPolicy ? elasticCount(fixed, elasticPolicy) : fixed
        const runs = untilDone(count.now, {
          atMostSeconds: runPolicy && secondsOf(runPolicy.activeDeadlineSeconds),
          suspended: runPolicy && suspendedBy('spec.runPolicy.suspend', runPolicy.suspend),
        })
        yield podGroup({ role: role.name, template: role.template, count, runs }, context)
      }
    },
  )
}

const rolesIn =
  (name: string): Reader<TrainingSpec['roles']> =>
  (value) => {
    if (value.kind === 'unknown') return unknownBecause(`\`${name}\` is unknown: ${value.because}`)
    if (!isMapping(value)) return unknownBecause(`\`${name}\` is missing`)
    if (value.open) return unknownBecause(`\`${name}\` is not known in full: ${value.open.because}`)
    const roles = [...value.entries].map(([key, role]) => roleOf(key.toLowerCase(), role, `${name}.${key}`))
    return { kind: 'known', value: roles }
  }

function roleOf(name: string, value: Value, path: string): TrainingSpec['roles'][number] {
  if (value.kind === 'unknown') return { name, because: value.because }
  if (!isMapping(value)) return { name, because: `\`${path}\` is a ${value.kind}, expected a mapping` }
  const read = readAll(value, { replicas: countOf(1), template: podTemplate }, `${path}.`)
  return read.kind === 'known' ? { name, ...read.value } : { name, because: read.because }
}

function elasticCount(fixed: PodCount, { minReplicas, maxReplicas }: ElasticPolicy): PodCount {
  const bound = (written: Reading<number | undefined>): Reading<number> => {
    if (written.kind === 'unknown') return written
    return written.value === undefined ? fixed.now : { kind: 'known', value: written.value }
  }
  return movingCount(bound(minReplicas), fixed.now, bound(maxReplicas), 'elastic training')
}
