import type { WorkloadKind } from '../workload-kind.ts'
import { cronJob } from './cron-job.ts'
import { deployment } from './deployment.ts'
import { inferenceService } from './inference-service.ts'
import { job } from './job.ts'
import { rayCluster } from './ray-cluster.ts'
import { replicaSet } from './replica-set.ts'
import { statefulSet } from './stateful-set.ts'

/** Every kind of object that has pods. */
export const WORKLOAD_KINDS: readonly WorkloadKind[] = [
  cronJob,
  deployment,
  inferenceService,
  job,
  rayCluster,
  replicaSet,
  statefulSet,
]
