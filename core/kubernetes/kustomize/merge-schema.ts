/**
 * Where lists are merged item by item instead of being replaced, as Kubernetes' API says it for its own kinds
 * (`x-kubernetes-patch-merge-key`). Lists of custom resources have no such key: a patch replaces them as a whole.
 */
export interface MergeSchema {
  /** Fields of the mapping, or of each item of the list. */
  readonly fields?: Readonly<Record<string, MergeSchema>>
  /** What tells the items of a list apart, the first of them first; none for a list of texts that are united. */
  readonly keys?: readonly string[]
}

const by = (...keys: readonly string[]): MergeSchema => ({ keys })

const CONTAINER: MergeSchema = {
  keys: ['name'],
  fields: {
    env: by('name'),
    ports: by('containerPort', 'protocol'),
    volumeDevices: by('devicePath'),
    volumeMounts: by('mountPath'),
  },
}

const POD_SPEC: MergeSchema = {
  fields: {
    containers: CONTAINER,
    initContainers: CONTAINER,
    ephemeralContainers: CONTAINER,
    hostAliases: by('ip'),
    imagePullSecrets: by('name'),
    topologySpreadConstraints: by('topologyKey', 'whenUnsatisfiable'),
    volumes: by('name'),
  },
}

const METADATA: MergeSchema = { fields: { finalizers: by(), ownerReferences: by('uid') } }
const POD: MergeSchema = { fields: { metadata: METADATA, spec: POD_SPEC } }
const TEMPLATED: MergeSchema = { fields: { metadata: METADATA, spec: { fields: { template: POD } } } }
const CRON_JOB: MergeSchema = {
  fields: { metadata: METADATA, spec: { fields: { jobTemplate: TEMPLATED } } },
}
const WEBHOOKS: MergeSchema = { fields: { metadata: METADATA, webhooks: by('name') } }
const PLAIN: MergeSchema = { fields: { metadata: METADATA } }

const SPECIAL: Readonly<Record<string, MergeSchema>> = {
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': WEBHOOKS,
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': WEBHOOKS,
  'apps/v1 DaemonSet': TEMPLATED,
  'apps/v1 Deployment': TEMPLATED,
  'apps/v1 ReplicaSet': TEMPLATED,
  'apps/v1 StatefulSet': TEMPLATED,
  'batch/v1 CronJob': CRON_JOB,
  'batch/v1 Job': TEMPLATED,
  'batch/v1beta1 CronJob': CRON_JOB,
  'v1 Pod': POD,
  'v1 PodTemplate': { fields: { metadata: METADATA, template: POD } },
  'v1 ReplicationController': TEMPLATED,
  'v1 Service': {
    fields: { metadata: METADATA, spec: { fields: { ports: by('port', 'protocol') } } },
  },
  'v1 ServiceAccount': { fields: { metadata: METADATA, secrets: by('name') } },
}

const BUILTIN_GROUPS = new Set(['apps', 'batch', 'autoscaling', 'policy'])

export function mergeSchemaOf(apiVersion: string, kind: string): MergeSchema {
  const special = `${apiVersion} ${kind}`
  if (Object.hasOwn(SPECIAL, special)) return SPECIAL[special]!
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  return apiVersion === 'v1' || BUILTIN_GROUPS.has(group) || group.endsWith('.k8s.io') ? PLAIN : {}
}
