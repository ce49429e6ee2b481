import { bool, known, maybe, type Reading } from '../domain/reads.ts'
import type { PodGroup, Runs } from '../domain/workload.ts'
import { countOf, fixedCount, times } from './pods/pod-count.ts'
import { type KindContext, podGroup } from './pods/pod-group.ts'
import { type PodTemplate, podTemplate } from './pods/pod-template.ts'
import { secondsOf, suspendedBy, untilDone } from './runs.ts'

/** What is read of a Job's spec, wherever it stands. */
export const JOB_READS = {
  parallelism: countOf(1),
  completions: countOf(undefined),
  activeDeadlineSeconds: countOf(undefined),
  suspend: maybe(bool(false)),
  template: podTemplate,
}

export interface JobSpec {
  readonly parallelism: Reading<number>
  readonly completions: Reading<number | undefined>
  readonly activeDeadlineSeconds: Reading<number | undefined>
  readonly suspend: Reading<boolean>
  readonly template: PodTemplate | undefined
}

interface JobParts {
  readonly role?: string
  /** How many such jobs run beside each other. */
  readonly jobs?: Reading<number>
  readonly more?: Partial<Extract<Runs, { kind: 'to-completion' }>>
}

/**
 * The pods of a Job: `parallelism` at once, `completions` in all; where none are said, as many as run at once.
 * https://kubernetes.io/docs/concepts/workloads/controllers/job/#parallel-jobs
 */
export function jobPods(job: JobSpec, context: KindContext, parts: JobParts = {}): PodGroup {
  const { role = '', jobs = known(1), more = {} } = parts
  const total = totalOf(job)
  const atOnce = atOnceOf(job.parallelism, total)
  const runs = untilDone(times(total, jobs), {
    atMostSeconds: secondsOf(job.activeDeadlineSeconds),
    suspended: suspendedBy('spec.suspend', job.suspend),
    ...more,
  })
  return podGroup({ role, template: job.template, count: fixedCount(times(atOnce, jobs)), runs }, context)
}

function totalOf({ completions, parallelism }: JobSpec): Reading<number> {
  if (completions.kind === 'unknown') return completions
  return completions.value === undefined ? parallelism : known(completions.value)
}

function atOnceOf(parallelism: Reading<number>, total: Reading<number>): Reading<number> {
  if (parallelism.kind === 'unknown' || total.kind === 'unknown') return parallelism
  return known(Math.min(parallelism.value, total.value))
}
