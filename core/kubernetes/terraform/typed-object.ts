import type { Resource } from '../../domain/resource.ts'
import { isMapping, isSequence, list, type MappingValue, string, type Value } from '../../domain/value.ts'

/** Types of the kubernetes provider by the object that they make; each also with `_v1` or a like version at its end. */
const TYPES: Readonly<Record<string, readonly [apiVersion: string, kind: string]>> = {
  kubernetes_cron_job: ['batch/v1', 'CronJob'],
  kubernetes_daemonset: ['apps/v1', 'DaemonSet'],
  kubernetes_daemon_set: ['apps/v1', 'DaemonSet'],
  kubernetes_deployment: ['apps/v1', 'Deployment'],
  kubernetes_horizontal_pod_autoscaler: ['autoscaling/v2', 'HorizontalPodAutoscaler'],
  kubernetes_ingress: ['networking.k8s.io/v1', 'Ingress'],
  kubernetes_job: ['batch/v1', 'Job'],
  kubernetes_limit_range: ['v1', 'LimitRange'],
  kubernetes_persistent_volume_claim: ['v1', 'PersistentVolumeClaim'],
  kubernetes_pod: ['v1', 'Pod'],
  kubernetes_replication_controller: ['v1', 'ReplicationController'],
  kubernetes_service: ['v1', 'Service'],
  kubernetes_stateful_set: ['apps/v1', 'StatefulSet'],
  kubernetes_storage_class: ['storage.k8s.io/v1', 'StorageClass'],
}

/** Blocks that stand for a list, by the name that the list has in Kubernetes. Every other block is one object. */
const LISTS: Readonly<Record<string, string>> = {
  container: 'containers',
  env: 'env',
  host_aliases: 'hostAliases',
  init_container: 'initContainers',
  limit: 'limits',
  match_expressions: 'matchExpressions',
  match_fields: 'matchFields',
  metric: 'metrics',
  node_selector_term: 'nodeSelectorTerms',
  port: 'ports',
  preferred_during_scheduling_ignored_during_execution: 'preferredDuringSchedulingIgnoredDuringExecution',
  rule: 'rules',
  tls: 'tls',
  toleration: 'tolerations',
  topology_spread_constraint: 'topologySpreadConstraints',
  volume: 'volumes',
  volume_claim_template: 'volumeClaimTemplates',
  volume_mount: 'volumeMounts',
}
const RENAMED: Readonly<Record<string, string>> = { storage_provisioner: 'provisioner' }

/** The object that a typed resource makes, e.g. `kubernetes_deployment_v1`; undefined for any other resource. */
export function typedObject({ type, attributes }: Resource): MappingValue | undefined {
  const known = type.replace(/_v\d+(?:(?:alpha|beta)\d+)?$/, '')
  if (!Object.hasOwn(TYPES, known)) return undefined
  const [apiVersion, kind] = TYPES[known]!
  const entries = new Map(blockOf(attributes).entries)
  return { ...attributes, entries: entries.set('apiVersion', string(apiVersion)).set('kind', string(kind)) }
}

/** A block's own names become Kubernetes'; the keys of maps, such as labels, are the user's and stay. */
function blockOf(block: MappingValue): MappingValue {
  const entries = new Map<string, Value>()
  for (const [name, value] of block.entries) {
    const blocks = isSequence(value) ? value.items.filter(isMapping).map(blockOf) : []
    const [first] = blocks
    if (!first) entries.set(own(RENAMED, name) ?? camelCase(name), value)
    else if (own(LISTS, name)) entries.set(own(LISTS, name)!, { ...list(blocks), ...openOf(value) })
    else entries.set(camelCase(name), first)
  }
  return { ...block, entries }
}

/** Further blocks that a `dynamic` may bring. */
const openOf = (value: Value) => (isSequence(value) && value.open ? { open: value.open } : {})
const own = (table: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(table, name) ? table[name] : undefined
const camelCase = (name: string) => name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
