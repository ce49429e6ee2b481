import { type PlainType, stored, use } from './plain-type.ts'

const REQUESTS = use('Requests', 'monthly_requests', 'requests', 'cloud_run/requests', 'Requests')
const CLOUD_RUN = [
  use('vCPUs', 'monthly_vcpu_hours', 'vCPU-hours', 'cloud_run/vcpu', 'vCPU-Hours'),
  use('Memory', 'monthly_memory_gb_hours', 'GB-hours', 'cloud_run/memory', 'GB-Hours'),
]
const LOGS = [use('Logs', 'monthly_logging_data_gb', 'GB', 'gcp/logging/ingest', 'GB', 'the GB ingested')]
const SECRETS = [
  use('Accesses', 'monthly_access_operations', 'operations', 'secret_manager/access', 'Operations'),
]
const BACKUPS = [stored('Snapshots', 'storage_gb', 'gce/snapshot/storage', 'the GB stored')]
const VERTEX_AI = 'Vertex AI'

const FORWARDING_RULE = {
  service: 'Cloud Load Balancing',
  fixed: { description: 'Forwarding rule', sku: 'gcp/lb/forwarding_rule' },
  byUse: [use('Data processed', 'monthly_ingress_data_gb', 'GB', 'gcp/lb/data', 'GB', 'the GB processed')],
}

/** What Google charges alike whatever is written there, mostly by use. */
/** https://cloud.google.com/firewall/pricing: rules of the essentials are free, those of Standard are charged by what they look at */
const firewallPolicy = (type: string): PlainType => ({
  type,
  service: 'Cloud NGFW',
  byUse: [
    use(
      'Evaluated traffic',
      'monthly_evaluated_gb',
      'GB',
      'gcp/ngfw/standard/data',
      'GB',
      'the GB that rules of Cloud NGFW Standard look at',
    ),
  ],
})

export const GOOGLE: readonly PlainType[] = [
  {
    type: 'google_artifact_registry_repository',
    service: 'Artifact Registry',
    byUse: [stored('Storage', 'storage_gb', 'artifact_registry/storage', 'the GB stored')],
  },
  {
    type: 'google_bigquery_job',
    service: 'BigQuery',
    byUse: [
      use('Queries', 'monthly_queries_tib', 'TiB', 'bigquery/on_demand/query', 'TiB', 'the TiB scanned'),
    ],
  },
  { type: 'google_cloud_run_v2_job', service: 'Cloud Run', byUse: CLOUD_RUN },
  { type: 'google_cloud_run_service', service: 'Cloud Run', byUse: [...CLOUD_RUN, REQUESTS] },
  { type: 'google_cloud_run_v2_service', service: 'Cloud Run', byUse: [...CLOUD_RUN, REQUESTS] },
  {
    type: 'google_cloudfunctions2_function',
    service: 'Cloud Run Functions',
    byUse: [...CLOUD_RUN, REQUESTS],
  },
  {
    type: 'google_cloudfunctions_function',
    service: 'Cloud Run Functions',
    byUse: [
      use(
        'Invocations',
        'monthly_function_invocations',
        'invocations',
        'cloud_functions/invocations',
        'Invocations',
      ),
      use('CPU', 'monthly_cpu_ghz_seconds', 'GHz-seconds', 'cloud_functions/cpu', 'GHz-Seconds'),
      use('Memory', 'monthly_memory_gb_seconds', 'GB-seconds', 'cloud_functions/memory', 'GB-Seconds'),
    ],
  },
  {
    type: 'google_cloud_scheduler_job',
    service: 'Cloud Scheduler',
    fixed: { description: 'Job', sku: 'cloud_scheduler/job', pricingUnit: 'Job-Months' },
  },
  {
    type: 'google_cloud_tasks_queue',
    service: 'Cloud Tasks',
    byUse: [use('Tasks', 'monthly_operations', 'operations', 'cloud_tasks/operation', 'Operations')],
  },
  {
    type: 'google_cloudbuild_worker_pool',
    service: 'Cloud Build',
    byUse: [use('Builds', 'monthly_build_minutes', 'minutes', 'cloud_build/private_pool', 'Minutes')],
  },
  { type: 'google_compute_forwarding_rule', ...FORWARDING_RULE },
  { type: 'google_compute_global_forwarding_rule', ...FORWARDING_RULE },
  {
    type: 'google_compute_image',
    service: 'Compute Engine',
    byUse: [stored('Storage', 'storage_gb', 'gce/image/storage', 'the GB stored')],
  },
  {
    type: 'google_compute_machine_image',
    service: 'Compute Engine',
    byUse: [stored('Storage', 'storage_gb', 'gce/machine_image/storage', 'the GB stored')],
  },
  { type: 'google_compute_snapshot', service: 'Compute Engine', byUse: BACKUPS },
  {
    type: 'google_compute_security_policy',
    service: 'Cloud Armor',
    fixed: { description: 'Policy', sku: 'cloud_armor/policy', pricingUnit: 'Policy-Months' },
    byUse: [use('Requests', 'monthly_requests', 'requests', 'cloud_armor/request', 'Requests')],
  },
  {
    type: 'google_compute_vpn_tunnel',
    service: 'Cloud VPN',
    fixed: { description: 'Tunnel', sku: 'gcp/vpn/tunnel' },
  },
  {
    type: 'google_compute_interconnect_attachment',
    service: 'Cloud Interconnect',
    fixed: { description: 'VLAN attachment', sku: 'gcp/interconnect/attachment' },
  },
  {
    type: 'google_data_fusion_instance',
    service: 'Cloud Data Fusion',
    fixed: { description: 'Instance', sku: 'data_fusion/instance' },
  },
  {
    type: 'google_dns_managed_zone',
    service: 'Cloud DNS',
    fixed: { description: 'Zone', sku: 'cloud_dns/zone', pricingUnit: 'Zone-Months' },
    byUse: [use('Queries', 'monthly_queries', 'queries', 'cloud_dns/query', 'Queries')],
  },
  {
    type: 'google_dataproc_batch',
    service: 'Dataproc Serverless',
    byUse: [use('Compute', 'monthly_dcu_hours', 'DCU-hours', 'dataproc/serverless/dcu', 'DCU-Hours')],
  },
  {
    type: 'google_firestore_database',
    service: 'Firestore',
    byUse: [
      stored('Storage', 'storage_gb', 'firestore/storage', 'the GB stored'),
      use('Reads', 'monthly_reads', 'reads', 'firestore/read', 'Reads'),
      use('Writes', 'monthly_writes', 'writes', 'firestore/write', 'Writes'),
    ],
  },
  {
    type: 'google_gke_backup_backup_plan',
    service: 'Backup for GKE',
    byUse: [stored('Backups', 'storage_gb', 'gke/backup/storage', 'the GB stored')],
  },
  { type: 'google_logging_billing_account_bucket_config', service: 'Cloud Logging', byUse: LOGS },
  { type: 'google_logging_billing_account_sink', service: 'Cloud Logging', byUse: LOGS },
  { type: 'google_logging_folder_bucket_config', service: 'Cloud Logging', byUse: LOGS },
  { type: 'google_logging_folder_sink', service: 'Cloud Logging', byUse: LOGS },
  { type: 'google_logging_organization_bucket_config', service: 'Cloud Logging', byUse: LOGS },
  { type: 'google_logging_organization_sink', service: 'Cloud Logging', byUse: LOGS },
  { type: 'google_logging_project_bucket_config', service: 'Cloud Logging', byUse: LOGS },
  { type: 'google_logging_project_sink', service: 'Cloud Logging', byUse: LOGS },
  {
    type: 'google_monitoring_alert_policy',
    service: 'Cloud Monitoring',
    byUse: [use('Conditions', 'conditions', 'conditions', 'gcp/monitoring/condition', 'Condition-Months')],
  },
  {
    type: 'google_monitoring_metric_descriptor',
    service: 'Cloud Monitoring',
    byUse: [
      use(
        'Metrics',
        'monthly_monitoring_data_mb',
        'MB',
        [
          { sku: 'gcp/monitoring/data/tier1', from: 0 },
          { sku: 'gcp/monitoring/data/tier2_100k', from: 1e5 },
          { sku: 'gcp/monitoring/data/tier3_250k', from: 2.5e5 },
        ],
        'MB',
        'the MB ingested',
      ),
    ],
  },
  {
    type: 'google_monitoring_uptime_check_config',
    service: 'Cloud Monitoring',
    byUse: [use('Checks', 'monthly_executions', 'executions', 'gcp/monitoring/uptime', 'Executions')],
  },
  {
    type: 'google_pubsub_subscription',
    service: 'Pub/Sub',
    byUse: [
      use('Messages delivered', 'monthly_message_data_gb', 'GB', 'pubsub/delivery', 'GB', 'the GB delivered'),
      stored('Messages retained', 'storage_gb', 'pubsub/retention', 'the GB retained'),
    ],
  },
  {
    type: 'google_pubsub_topic',
    service: 'Pub/Sub',
    byUse: [
      use(
        'Messages published',
        'monthly_message_data_gb',
        'GB',
        'pubsub/ingestion',
        'GB',
        'the GB published',
      ),
    ],
  },
  { type: 'google_secret_manager_secret', service: 'Secret Manager', byUse: SECRETS },
  {
    type: 'google_secret_manager_secret_version',
    service: 'Secret Manager',
    fixed: { description: 'Version', sku: 'secret_manager/version', pricingUnit: 'Version-Months' },
  },
  {
    type: 'google_vertex_ai_dataset',
    service: VERTEX_AI,
    byUse: [stored('Storage', 'storage_gb', 'gcs/standard/storage', 'the GB stored')],
  },
  {
    type: 'google_vertex_ai_index',
    service: VERTEX_AI,
    byUse: [
      use(
        'Index build',
        'monthly_index_build_gb',
        'GB',
        'vertex/vector_search/index_build',
        'GB',
        'the GB built',
      ),
    ],
  },
  {
    type: 'google_vertex_ai_tensorboard',
    service: VERTEX_AI,
    byUse: [stored('Storage', 'storage_gb', 'vertex/tensorboard/storage', 'the GB stored')],
  },
  {
    type: 'google_workflows_workflow',
    service: 'Workflows',
    byUse: [use('Steps', 'monthly_internal_steps', 'steps', 'workflows/step', 'Steps')],
  },
  firewallPolicy('google_compute_firewall_policy'),
  firewallPolicy('google_compute_network_firewall_policy'),
  firewallPolicy('google_compute_region_network_firewall_policy'),
  {
    type: 'google_compute_packet_mirroring',
    service: 'Compute Engine',
    byUse: [
      use(
        'Mirrored traffic',
        'monthly_mirrored_gb',
        'GB',
        'gcp/packet_mirroring/data',
        'GB',
        'the GB mirrored',
      ),
    ],
  },
]
