import type { FieldSpec } from '../field-spec.ts'
import type { GroupVersionKind } from '../object-id.ts'

/** Which fields name an object of a kind, so that they follow when its name changes. */
export interface NameReference {
  readonly target: Partial<GroupVersionKind>
  readonly fields: readonly FieldSpec[]
}

/** Where a pod's spec lies in the kinds that have one. ReplicationController only where Kustomize lists it. */
const POD_SPECS: Readonly<Record<string, string>> = {
  Pod: 'spec',
  PodTemplate: 'template/spec',
  Deployment: 'spec/template/spec',
  ReplicaSet: 'spec/template/spec',
  DaemonSet: 'spec/template/spec',
  StatefulSet: 'spec/template/spec',
  ReplicationController: 'spec/template/spec',
  Job: 'spec/template/spec',
  CronJob: 'spec/jobTemplate/spec/template/spec',
}
const DATA_KINDS = [
  'Pod',
  'PodTemplate',
  'Deployment',
  'ReplicaSet',
  'DaemonSet',
  'StatefulSet',
  'Job',
  'CronJob',
]
const CLAIM_KINDS = [
  'Pod',
  'StatefulSet',
  'Deployment',
  'ReplicationController',
  'CronJob',
  'Job',
  'DaemonSet',
]

function inPods(kinds: readonly string[], ...paths: readonly string[]): readonly FieldSpec[] {
  return kinds.flatMap((kind) => paths.map((path) => ({ kind, path: `${POD_SPECS[kind]!}/${path}` })))
}

function inKinds(path: string, ...kinds: readonly string[]): readonly FieldSpec[] {
  return kinds.map((kind) => ({ kind, path }))
}

const RBAC = 'rbac.authorization.k8s.io'
const ADMISSION = 'admissionregistration.k8s.io'

export const NAME_REFERENCES: readonly NameReference[] = [
  ...['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map((kind) => ({
    target: { kind },
    fields: inKinds('spec/scaleTargetRef/name', 'HorizontalPodAutoscaler'),
  })),
  {
    target: { kind: 'ConfigMap', version: 'v1' },
    fields: [
      ...inPods(
        DATA_KINDS,
        'volumes/configMap/name',
        'containers/env/valueFrom/configMapKeyRef/name',
        'initContainers/env/valueFrom/configMapKeyRef/name',
        'containers/envFrom/configMapRef/name',
        'initContainers/envFrom/configMapRef/name',
        'volumes/projected/sources/configMap/name',
      ),
      ...inKinds('spec/configSource/configMap', 'Node'),
      ...inKinds('rules/resourceNames', 'Role', 'ClusterRole'),
      ...inKinds('metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap', 'Ingress'),
    ],
  },
  {
    target: { kind: 'Secret', version: 'v1' },
    fields: [
      ...inPods(
        DATA_KINDS,
        'volumes/secret/secretName',
        'containers/env/valueFrom/secretKeyRef/name',
        'initContainers/env/valueFrom/secretKeyRef/name',
        'containers/envFrom/secretRef/name',
        'initContainers/envFrom/secretRef/name',
        'imagePullSecrets/name',
        'volumes/projected/sources/secret/name',
      ),
      {
        path: 'spec/template/spec/containers/env/valueFrom/secretKeyRef/name',
        kind: 'Service',
        group: 'serving.knative.dev',
        version: 'v1',
      },
      ...inKinds('spec/tls/secretName', 'Ingress'),
      ...inKinds('metadata/annotations/ingress.kubernetes.io\\/auth-secret', 'Ingress'),
      ...inKinds('metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret', 'Ingress'),
      ...inKinds('metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret', 'Ingress'),
      ...inKinds('imagePullSecrets/name', 'ServiceAccount'),
      ...inKinds('parameters/secretName', 'StorageClass'),
      ...inKinds('parameters/adminSecretName', 'StorageClass'),
      ...inKinds('parameters/userSecretName', 'StorageClass'),
      ...inKinds('parameters/secretRef', 'StorageClass'),
      ...inKinds('rules/resourceNames', 'Role', 'ClusterRole'),
      ...inKinds('spec/azureFile/secretName', 'PersistentVolume'),
    ],
  },
  {
    target: { kind: 'Service', version: 'v1' },
    fields: [
      { path: 'spec/serviceName', kind: 'StatefulSet', group: 'apps' },
      ...inKinds('spec/rules/http/paths/backend/serviceName', 'Ingress'),
      ...inKinds('spec/backend/serviceName', 'Ingress'),
      ...inKinds('spec/rules/http/paths/backend/service/name', 'Ingress'),
      ...inKinds('spec/defaultBackend/service/name', 'Ingress'),
      { path: 'spec/service/name', kind: 'APIService', group: 'apiregistration.k8s.io' },
      { path: 'webhooks/clientConfig/service', kind: 'ValidatingWebhookConfiguration', group: ADMISSION },
      { path: 'webhooks/clientConfig/service', kind: 'MutatingWebhookConfiguration', group: ADMISSION },
    ],
  },
  {
    target: { kind: 'Role', group: RBAC },
    fields: [{ path: 'roleRef/name', kind: 'RoleBinding', group: RBAC }],
  },
  {
    target: { kind: 'ClusterRole', group: RBAC },
    fields: [
      { path: 'roleRef/name', kind: 'RoleBinding', group: RBAC },
      { path: 'roleRef/name', kind: 'ClusterRoleBinding', group: RBAC },
    ],
  },
  {
    target: { kind: 'ServiceAccount', version: 'v1' },
    fields: [
      { path: 'subjects', kind: 'RoleBinding', group: RBAC },
      { path: 'subjects', kind: 'ClusterRoleBinding', group: RBAC },
      ...inPods(CLAIM_KINDS, 'serviceAccountName'),
    ],
  },
  {
    target: { kind: 'PersistentVolumeClaim', version: 'v1' },
    fields: inPods(CLAIM_KINDS, 'volumes/persistentVolumeClaim/claimName'),
  },
  {
    target: { kind: 'PersistentVolume', version: 'v1' },
    fields: [
      ...inKinds('spec/volumeName', 'PersistentVolumeClaim'),
      ...inKinds('rules/resourceNames', 'ClusterRole'),
    ],
  },
  {
    target: { kind: 'StorageClass', group: 'storage.k8s.io', version: 'v1' },
    fields: [
      ...inKinds('spec/storageClassName', 'PersistentVolume', 'PersistentVolumeClaim'),
      ...inKinds('spec/volumeClaimTemplates/spec/storageClassName', 'StatefulSet'),
    ],
  },
  {
    target: { kind: 'PriorityClass', group: 'scheduling.k8s.io', version: 'v1' },
    fields: inPods(CLAIM_KINDS, 'priorityClassName'),
  },
  {
    target: { kind: 'ValidatingAdmissionPolicy', group: ADMISSION },
    fields: [{ path: 'spec/policyName', kind: 'ValidatingAdmissionPolicyBinding', group: ADMISSION }],
  },
]
