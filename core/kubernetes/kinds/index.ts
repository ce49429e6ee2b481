import type { WorkloadKind } from '../workload-kind.ts'
import { clusterWorkflowTemplate } from './cluster-workflow-template.ts'
import { cronJob } from './cron-job.ts'
import { cronWorkflow } from './cron-workflow.ts'
import { daemonSet } from './daemon-set.ts'
import { deployment } from './deployment.ts'
import { disaggregatedSet } from './disaggregated-set.ts'
import { inferenceService } from './inference-service.ts'
import { jaxJob } from './jax-job.ts'
import { job } from './job.ts'
import { jobSet } from './job-set.ts'
import { knativeService } from './knative-service.ts'
import { leaderWorkerSet } from './leader-worker-set.ts'
import { llmInferenceService } from './llm-inference-service.ts'
import { mpiJob } from './mpi-job.ts'
import { notebook } from './notebook.ts'
import { paddleJob } from './paddle-job.ts'
import { pod } from './pod.ts'
import { pyTorchJob } from './py-torch-job.ts'
import { rayCluster } from './ray-cluster.ts'
import { rayCronJob } from './ray-cron-job.ts'
import { rayJob } from './ray-job.ts'
import { rayService } from './ray-service.ts'
import { replicaSet } from './replica-set.ts'
import { scaledJob } from './scaled-job.ts'
import { scheduledSparkApplication } from './scheduled-spark-application.ts'
import { seldonDeployment } from './seldon-deployment.ts'
import { seldonServer } from './seldon-server.ts'
import { sparkApplication } from './spark-application.ts'
import { sparkConnect } from './spark-connect.ts'
import { statefulSet } from './stateful-set.ts'
import { tfJob } from './tf-job.ts'
import { trainJob } from './train-job.ts'
import { volcanoCronJob } from './volcano-cron-job.ts'
import { volcanoJob } from './volcano-job.ts'
import { workflow } from './workflow.ts'
import { workflowTemplate } from './workflow-template.ts'
import { xgBoostJob } from './xg-boost-job.ts'

/** Every kind of object that has pods. */
export const WORKLOAD_KINDS: readonly WorkloadKind[] = [
  clusterWorkflowTemplate,
  cronJob,
  cronWorkflow,
  daemonSet,
  deployment,
  disaggregatedSet,
  inferenceService,
  jaxJob,
  job,
  jobSet,
  knativeService,
  leaderWorkerSet,
  llmInferenceService,
  mpiJob,
  notebook,
  paddleJob,
  pod,
  pyTorchJob,
  rayCluster,
  rayCronJob,
  rayJob,
  rayService,
  replicaSet,
  scaledJob,
  scheduledSparkApplication,
  seldonDeployment,
  seldonServer,
  sparkApplication,
  sparkConnect,
  statefulSet,
  tfJob,
  trainJob,
  volcanoCronJob,
  volcanoJob,
  workflow,
  workflowTemplate,
  xgBoostJob,
]
