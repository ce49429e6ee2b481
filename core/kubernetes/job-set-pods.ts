import { block, blocks, bool, maybe, type Reading, string } from '../domain/reads.ts'
import type { PodGroup } from '../domain/workload.ts'
import { JOB_READS, type JobSpec, jobPods } from './job-pods.ts'
import { countOf } from './pods/pod-count.ts'
import { type KindContext, unknownGroup } from './pods/pod-group.ts'

/** What is read of a JobSet's spec, wherever it stands. */
export const JOB_SET_READS = {
  suspend: maybe(bool(false)),
  replicatedJobs: blocks({
    name: maybe(string('')),
    replicas: countOf(1),
    template: block({ spec: block(JOB_READS) }),
  }),
}

export interface ReplicatedJob {
  readonly name: Reading<string>
  readonly replicas: Reading<number>
  readonly template: { readonly spec: JobSpec | undefined } | undefined
}

/** The pods of each of a set's jobs. */
export function* replicatedJobPods(
  jobs: readonly Reading<ReplicatedJob>[],
  context: KindContext,
  suspended: string | undefined,
): Generator<PodGroup> {
  for (const reading of jobs) {
    const role =
      reading.kind === 'known' && reading.value.name.kind === 'known' ? reading.value.name.value : ''
    const job = reading.kind === 'known' ? reading.value.template?.spec : undefined
    if (reading.kind === 'unknown' || !job) {
      const because = reading.kind === 'unknown' ? reading.because : 'it has no `template.spec`'
      yield unknownGroup(because, context.manifest, role)
      continue
    }
    const more = suspended === undefined ? {} : { suspended }
    yield jobPods(job, context, { role, jobs: reading.value.replicas, more })
  }
}
