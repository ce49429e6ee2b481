import { replicatedPods } from '../replicated-pods.ts'

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/replica-set-v1/
export const replicaSet = replicatedPods('apps/ReplicaSet', ['v1', 'v1beta2'])
