import { trainingJob } from '../training-pods.ts'

// https://www.kubeflow.org/docs/components/trainer/legacy-v1/
export const jaxJob = trainingJob('JAXJob', 'jaxReplicaSpecs')
