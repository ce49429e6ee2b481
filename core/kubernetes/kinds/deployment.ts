import { replicatedPods } from '../replicated-pods.ts'

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/
export const deployment = replicatedPods('apps/Deployment', ['v1', 'v1beta1', 'v1beta2'])
