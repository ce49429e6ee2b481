import { THOUSAND, type WantedPrice, wanted } from './derived-wanted.ts'

const US_CENTRAL1 = 'us-central1'
const TEN_THOUSAND = 1e4
const GIB_PER_TIB = 1024

/** Component (with ` =PRICE` where the goldens hold several of that name), their unit, our SKU and unit, units in theirs. */
export const WANTED_GOOGLE: readonly WantedPrice[] = [
  ...wanted(
    'google_bigquery_table',
    [
      ['Storage read API', 'TB', 'bigquery/storage_read_api', 'TB'],
      ['Storage write API', 'GB', 'bigquery/storage_write_api', 'GB'],
    ],
    US_CENTRAL1,
  ),
  ...wanted(
    'google_cloudfunctions_function',
    [
      ['CPU', 'GHz-seconds', 'cloud_functions/cpu', 'GHz-Seconds'],
      ['Invocations', 'invocations', 'cloud_functions/invocations', 'Invocations'],
      ['Memory', 'GB-seconds', 'cloud_functions/memory', 'GB-Seconds'],
    ],
    US_CENTRAL1,
  ),
  ...wanted(
    'google_compute_forwarding_rule',
    [
      ['Forwarding rules', 'hours', 'gcp/lb/forwarding_rule', 'Hours'],
      ['Ingress data', 'GB', 'gcp/lb/data', 'GB'],
    ],
    US_CENTRAL1,
  ),
  ...wanted('google_compute_image', [['Storage', 'GB', 'gce/image/storage', 'GB-Months']], US_CENTRAL1),
  ...wanted(
    'google_compute_machine_image',
    [['Storage', 'GB', 'gce/machine_image/storage', 'GB-Months']],
    US_CENTRAL1,
  ),
  ...wanted(
    'google_compute_region_target_http_proxy',
    [['Proxy instance', 'hours', 'gcp/lb/proxy', 'Hours']],
    US_CENTRAL1,
  ),
  ...wanted('google_compute_vpn_tunnel', [['VPN Tunnel', 'hours', 'gcp/vpn/tunnel', 'Hours']], US_CENTRAL1),
  ...wanted(
    'google_dns_managed_zone',
    [['Managed zone', 'months', 'cloud_dns/zone', 'Zone-Months']],
    US_CENTRAL1,
  ),
  ...wanted(
    'google_kms_crypto_key',
    [
      ['Key versions', 'months', 'gcp/kms/software/version', 'Version-Months'],
      ['Key versions (first 2K)', 'months', 'gcp/kms/hsm_asymmetric/version/tier1', 'Version-Months'],
      ['Key versions (over 2K)', 'months', 'gcp/kms/hsm_asymmetric/version/tier2_2k', 'Version-Months'],
    ],
    US_CENTRAL1,
  ),
  ...wanted(
    'google_monitoring_metric_descriptor',
    [
      ['API calls', '1k calls', 'gcp/monitoring/api', 'Requests', THOUSAND],
      ['Monitoring data (first 100K)', 'MB', 'gcp/monitoring/data/tier1', 'MB'],
      ['Monitoring data (next 150K)', 'MB', 'gcp/monitoring/data/tier2_100k', 'MB'],
      ['Monitoring data (over 250K)', 'MB', 'gcp/monitoring/data/tier3_250k', 'MB'],
    ],
    US_CENTRAL1,
  ),
  ...wanted(
    'google_pubsub_subscription',
    [
      ['Message delivery data', 'TiB', 'pubsub/delivery', 'GB', GIB_PER_TIB],
      ['Retained acknowledged message storage', 'GiB', 'pubsub/retention', 'GB-Months'],
      ['Snapshot message backlog storage', 'GiB', 'pubsub/snapshot', 'GB-Months'],
    ],
    US_CENTRAL1,
  ),
  ...wanted(
    'google_pubsub_topic',
    [['Message ingestion data', 'TiB', 'pubsub/ingestion', 'GB', GIB_PER_TIB]],
    US_CENTRAL1,
  ),
  ...wanted(
    'google_redis_cluster',
    [
      ['Cluster node (highmem medium)', 'hours', 'memorystore/cluster/highmem_medium', 'Hours'],
      ['Cluster node (highmem xlarge)', 'hours', 'memorystore/cluster/highmem_xlarge', 'Hours'],
      ['Cluster node (shared core nano)', 'hours', 'memorystore/cluster/shared_core_nano', 'Hours'],
      ['Cluster node (standard small)', 'hours', 'memorystore/cluster/standard_small', 'Hours'],
      ['Backups', 'GB', 'memorystore/cluster/backup', 'GB-Months'],
    ],
    US_CENTRAL1,
  ),
  ...wanted(
    'google_secret_manager_secret',
    [
      ['Active secret versions', 'versions', 'secret_manager/version', 'Version-Months'],
      ['Access operations', '10K requests', 'secret_manager/access', 'Operations', TEN_THOUSAND],
      ['Rotation notifications', 'rotations', 'secret_manager/rotation', 'Rotations'],
    ],
    US_CENTRAL1,
  ),
  ...wanted(
    'google_sql_database_instance',
    [
      ['SQL instance (db-f1-micro, regional)', 'hours', 'cloud_sql/db-f1-micro/regional', 'Hours'],
      ['SQL instance (db-g1-small, regional)', 'hours', 'cloud_sql/db-g1-small/regional', 'Hours'],
    ],
    US_CENTRAL1,
  ),
]
