import { block, bool, maybe, string } from '../../domain/reads.ts'
import { JOB_READS, jobPods } from '../job-pods.ts'
import { schedules, suspendedBy } from '../runs.ts'
import { workloadKind } from '../workload-kind.ts'

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/cron-job-v1/
export const cronJob = workloadKind(
  {
    type: 'batch/CronJob',
    versions: ['v1', 'v1beta1'],
    pods: '`spec.jobTemplate.spec.template`',
    count: 'as a Job, for each run of `spec.schedule`',
    reads: {
      schedule: maybe(string()),
      suspend: maybe(bool(false)),
      concurrencyPolicy: maybe(string('Allow')),
      jobTemplate: block({ spec: block(JOB_READS) }),
    },
  },
  function* ({ schedule, suspend, concurrencyPolicy, jobTemplate }, context) {
    const job = jobTemplate?.spec
    if (!job) {
      yield 'it has no `spec.jobTemplate.spec`'
      return
    }
    if (concurrencyPolicy.kind === 'known' && concurrencyPolicy.value === 'Allow')
      yield 'runs may overlap (`concurrencyPolicy` is Allow): each is counted by itself'
    const more = {
      runsPerMonth: schedules([schedule]),
      suspended: suspendedBy('spec.suspend', suspend),
    }
    yield jobPods(job, context, { more })
  },
)
