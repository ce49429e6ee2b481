/**
 * Kubernetes objects whose pods are judged where the object is created: what controllers make of them would be refused
 * too late to be noticed. Workloads of other kinds make Pods in the end, and those are judged as they come.
 */
export const WORKLOAD_RULES = [
  {
    apiGroups: [''],
    apiVersions: ['v1'],
    operations: ['CREATE', 'UPDATE'],
    resources: ['pods', 'replicationcontrollers'],
  },
  {
    apiGroups: ['apps'],
    apiVersions: ['v1'],
    operations: ['CREATE', 'UPDATE'],
    resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'],
  },
  {
    apiGroups: ['batch'],
    apiVersions: ['v1'],
    operations: ['CREATE', 'UPDATE'],
    resources: ['jobs', 'cronjobs'],
  },
] as const

/** For engines that go by kinds. */
export const WORKLOAD_KINDS = [
  { apiGroups: [''], kinds: ['Pod', 'ReplicationController'] },
  { apiGroups: ['apps'], kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'] },
  { apiGroups: ['batch'], kinds: ['Job', 'CronJob'] },
] as const

/** Whose workloads are the cluster's own. */
export const SYSTEM_NAMESPACES = ['kube-node-lease', 'kube-public', 'kube-system']

export const WORKLOAD_NOTES = [
  'What runs already keeps running: an update is judged where it changes the pod template, of a Pod its tags. But new pods of old templates are refused with --enforce, a node that is drained too: label those first.',
  'Judged are the pods of Pod, ReplicationController, Deployment, StatefulSet, DaemonSet, ReplicaSet, Job and CronJob; other workloads (RayJob, InferenceService, …) by the Pods that they make. PersistentVolumeClaims, Services, Ingresses and Gateways, and tags in node classes, stay with Ascribe.',
  `The namespaces ${SYSTEM_NAMESPACES.join(', ')} are let through, and those that inherit tags from "clusters" of ascribe.yml: no admission knows these.`,
]
