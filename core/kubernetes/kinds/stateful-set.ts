import { replicatedPods } from '../replicated-pods.ts'

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/
export const statefulSet = replicatedPods('apps/StatefulSet', ['v1', 'v1beta1', 'v1beta2'])
