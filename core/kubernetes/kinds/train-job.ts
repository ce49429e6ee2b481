import { block, bool, known, maybe, type Reading, readAll } from '../../domain/reads.ts'
import { list, object } from '../../domain/value.ts'
import { field, itemsOf } from '../field.ts'
import { JOB_SET_READS, replicatedJobPods } from '../job-set-pods.ts'
import type { Manifest } from '../manifest.ts'
import { countOf, fixedCount } from '../pods/pod-count.ts'
import { podGroup } from '../pods/pod-group.ts'
import { NO_LABELS } from '../pods/pod-template.ts'
import { secondsOf, suspendedBy, untilDone } from '../runs.ts'
import { jobOfRuntime } from '../trainer/train-job-pods.ts'
import { trainingRuntime } from '../trainer/training-runtime.ts'
import { workloadKind } from '../workload-kind.ts'

// https://www.kubeflow.org/docs/components/trainer/
export const trainJob = workloadKind(
  {
    type: 'trainer.kubeflow.org/TrainJob',
    versions: ['v1alpha1'],
    pods: '`spec.template.spec.replicatedJobs[]` of the TrainingRuntime, with `spec.trainer.resourcesPerNode` and patches',
    count: '`spec.trainer.numNodes`, else `spec.mlPolicy.numNodes` of the runtime (1)',
    reads: {
      trainer: block({ numNodes: countOf(undefined) }),
      suspend: maybe(bool(false)),
      activeDeadlineSeconds: countOf(undefined),
    },
  },
  function* ({ trainer, suspend, activeDeadlineSeconds }, context) {
    const { manifest } = context
    const spec = field(manifest.value, 'spec')
    const runtime = trainingRuntime(context)
    const nodes = trainer?.numNodes ?? known(undefined)
    const suspended = suspendedBy('spec.suspend', suspend)
    if (typeof runtime === 'string') {
      yield `${runtime}: only what the job itself asks for is counted`
      const pods = orOne(nodes)
      const resources = field(spec, 'trainer', 'resourcesPerNode')
      const container = object(new Map([['resources', resources]]))
      const podSpec = object(new Map([['containers', list([container])]]))
      const template = { range: manifest.range, labels: NO_LABELS, annotations: NO_LABELS, spec: podSpec }
      const runs = untilDone(pods, { suspended, atMostSeconds: secondsOf(activeDeadlineSeconds) })
      yield podGroup({ role: 'trainer', template, count: fixedCount(pods), runs }, context)
      return
    }
    const numNodes = numberOf(nodes) ?? numNodesOf(runtime)
    const jobs = itemsOf(field(runtime.value, 'spec', 'template', 'spec', 'replicatedJobs')).items
    const made = object(
      new Map([['replicatedJobs', list(jobs.map((job) => jobOfRuntime(job, spec, numNodes)))]]),
    )
    const read = readAll(made, JOB_SET_READS, `${runtime.kind} ${runtime.name}: `)
    if (read.kind === 'unknown') yield read.because
    else yield* replicatedJobPods(read.value.replicatedJobs, context, suspended)
  },
)

const numberOf = (reading: Reading<number | undefined>) =>
  reading.kind === 'known' ? reading.value : undefined
const orOne = (reading: Reading<number | undefined>): Reading<number> =>
  reading.kind === 'known' ? known(reading.value ?? 1) : reading

function numNodesOf({ value }: Manifest): number | undefined {
  const reading = countOf(undefined)(field(value, 'spec', 'mlPolicy', 'numNodes'), 'spec.mlPolicy.numNodes')
  return reading.kind === 'known' ? numberOf(reading.value) : undefined
}
