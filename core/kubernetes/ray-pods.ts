import { block, blocks, bool, known, maybe, type Read, type Reading, string } from '../domain/reads.ts'
import type { PodCount, PodGroup, Runs } from '../domain/workload.ts'
import { clamp, countOf, fixedCount, movingCount, scaledCount, unlimited } from './pods/pod-count.ts'
import { type KindContext, podGroup, unknownGroup } from './pods/pod-group.ts'
import { podTemplate } from './pods/pod-template.ts'
import { untilDone } from './runs.ts'

/** KubeRay's "no limit". */
const UNLIMITED = 2 ** 31 - 1

const WORKER_GROUP = {
  groupName: maybe(string('')),
  replicas: countOf(undefined),
  minReplicas: countOf(0),
  maxReplicas: countOf(UNLIMITED),
  numOfHosts: countOf(1),
  suspend: maybe(bool(false)),
  template: podTemplate,
}

/** What is read of a RayCluster's spec, wherever it stands. */
export const RAY_CLUSTER_READS = {
  enableInTreeAutoscaling: maybe(bool(false)),
  suspend: maybe(bool(false)),
  headGroupSpec: block({ template: podTemplate }),
  workerGroupSpecs: blocks(WORKER_GROUP),
}

export type RayClusterSpec = Read<typeof RAY_CLUSTER_READS>
type WorkerGroup = Read<typeof WORKER_GROUP>

/** How a whole cluster runs: for ever, or as long as a job. */
export type RayRuns = (pods: Reading<number>) => Runs

/** The head and each worker group. The pods have only the labels of their templates: KubeRay copies none to them. */
export function* rayPods(
  { headGroupSpec, workerGroupSpecs, enableInTreeAutoscaling, suspend }: RayClusterSpec,
  context: KindContext,
  runs?: RayRuns,
): Generator<PodGroup> {
  const isOff = suspend.kind === 'known' && suspend.value
  const running = (count: PodCount) =>
    isOff && !runs
      ? { runs: untilDone(count.now, { suspended: 'spec.suspend is true' }) }
      : { runs: runs?.(count.now) }
  const one = fixedCount(known(1))
  yield podGroup(
    { role: 'head', template: headGroupSpec?.template, count: one, ...defined(running(one)) },
    context,
  )
  const isAutoscaled = enableInTreeAutoscaling.kind === 'known' && enableInTreeAutoscaling.value
  for (const group of workerGroupSpecs) {
    if (group.kind === 'unknown') {
      yield unknownGroup(group.because, context.manifest, 'worker')
      continue
    }
    const { groupName, numOfHosts, template } = group.value
    const role = groupName.kind === 'known' && groupName.value ? `worker ${groupName.value}` : 'worker'
    const count = scaledCount(workers(group.value, isAutoscaled), numOfHosts)
    yield podGroup({ role, template, count, ...defined(running(count)) }, context)
  }
}

const defined = ({ runs }: { runs: Runs | undefined }) => (runs ? { runs } : {})

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
