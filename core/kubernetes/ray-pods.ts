import {
  block,
  blocks,
  bool,
  known,
  maybe,
  type Read,
  type Reading,
  string as text,
} from '../domain/reads.ts'
import { isMapping, isSequence, object, string, type Value } from '../domain/value.ts'
import type { PodCount, PodGroup, Runs } from '../domain/workload.ts'
import { field } from './field.ts'
import { clamp, countOf, fixedCount, movingCount, scaledCount, unlimited } from './pods/pod-count.ts'
import { type KindContext, podGroup, unknownGroup } from './pods/pod-group.ts'
import { asWritten, mappingAt, merged, type PodTemplate, podTemplate } from './pods/pod-template.ts'
import { untilDone } from './runs.ts'

/** KubeRay's "no limit". */
const UNLIMITED = 2 ** 31 - 1

const WORKER_GROUP = {
  groupName: maybe(text('')),
  replicas: countOf(undefined),
  minReplicas: countOf(0),
  maxReplicas: countOf(UNLIMITED),
  numOfHosts: countOf(1),
  suspend: maybe(bool(false)),
  labels: asWritten,
  template: podTemplate,
}

/** What is read of a RayCluster's spec, wherever it stands. */
export const RAY_CLUSTER_READS = {
  enableInTreeAutoscaling: maybe(bool(false)),
  suspend: maybe(bool(false)),
  autoscalerOptions: block({ resources: asWritten }),
  headGroupSpec: block({ labels: asWritten, template: podTemplate }),
  workerGroupSpecs: blocks(WORKER_GROUP),
}

export type RayClusterSpec = Read<typeof RAY_CLUSTER_READS>
type WorkerGroup = Read<typeof WORKER_GROUP>

/** How a whole cluster runs: for ever, or as long as a job. */
export type RayRuns = (pods: Reading<number>) => Runs

/**
 * The head and each worker group. The pods have the labels of their templates and groups: KubeRay copies none of the
 * cluster's to them.
 */
export function* rayPods(spec: RayClusterSpec, context: KindContext, runs?: RayRuns): Generator<PodGroup> {
  const isOff = spec.suspend.kind === 'known' && spec.suspend.value
  const running = (count: PodCount): { runs?: Runs } => {
    if (runs) return { runs: runs(count.now) }
    return isOff ? { runs: untilDone(count.now, { suspended: 'spec.suspend is true' }) } : {}
  }
  const isAutoscaled = spec.enableInTreeAutoscaling.kind === 'known' && spec.enableInTreeAutoscaling.value
  const one = fixedCount(known(1))
  const head = isAutoscaled ? withAutoscaler(spec) : labelled(spec.headGroupSpec)
  yield podGroup({ role: 'head', template: head, count: one, ...running(one) }, context)
  for (const group of spec.workerGroupSpecs) {
    if (group.kind === 'unknown') {
      yield unknownGroup(group.because, context.manifest, 'worker')
      continue
    }
    const { groupName, numOfHosts } = group.value
    const role = groupName.kind === 'known' && groupName.value ? `worker ${groupName.value}` : 'worker'
    const count = scaledCount(workers(group.value, isAutoscaled), numOfHosts)
    yield podGroup({ role, template: labelled(group.value), count, ...running(count) }, context)
  }
}

interface Group {
  readonly labels: Value
  readonly template: PodTemplate | undefined
}

/** A group's own `labels` come to its pods too. */
function labelled(group: Group | undefined): PodTemplate | undefined {
  const { template, labels } = group ?? {}
  return template && labels && { ...template, labels: merged(template.labels, mappingAt(labels)) }
}

/** What KubeRay gives the autoscaler that it adds to the head. */
const AUTOSCALER = object(
  new Map<string, Value>([
    [
      'limits',
      object(
        new Map([
          ['cpu', string('500m')],
          ['memory', string('512Mi')],
        ]),
      ),
    ],
  ]),
)

function withAutoscaler({ headGroupSpec, autoscalerOptions }: RayClusterSpec): PodTemplate | undefined {
  const template = labelled(headGroupSpec)
  if (!template || !isMapping(template.spec)) return template
  const written = autoscalerOptions?.resources
  const resources = written && written.kind !== 'null' ? written : AUTOSCALER
  const autoscaler = object(
    new Map<string, Value>([
      ['name', string('autoscaler')],
      ['resources', resources],
    ]),
  )
  const containers = field(template.spec, 'containers')
  if (!isSequence(containers)) return template
  const both = { ...containers, items: [...containers.items, autoscaler] }
  const spec = {
    ...template.spec,
    entries: new Map([...template.spec.entries, ['containers', both as Value]]),
  }
  return { ...template, spec }
}

/** https://github.com/ray-project/kuberay/blob/master/ray-operator/controllers/ray/utils/util.go: GetWorkerGroupDesiredReplicas */
function workers(group: WorkerGroup, isAutoscaled: boolean): PodCount {
  const { replicas, minReplicas, maxReplicas, suspend } = group
  if (suspend.kind === 'known' && suspend.value) return fixedCount(known(0))
  if (replicas.kind === 'unknown') return fixedCount(replicas)
  if (minReplicas.kind === 'unknown') return fixedCount(minReplicas)
  if (maxReplicas.kind === 'unknown') return fixedCount(maxReplicas)
  const [low, high] = [minReplicas.value, maxReplicas.value]
  const now = known(clamp(replicas.value ?? low, low, Math.max(low, high)))
  if (!isAutoscaled) return fixedCount(now)
  const most = high >= UNLIMITED ? unlimited('no `maxReplicas` is set') : known(high)
  return movingCount(known(low), now, most, "Ray's autoscaler")
}
