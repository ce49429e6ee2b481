import { type PlainType, use } from './plain-type.ts'

export const DATABASES: readonly PlainType[] = [
  {
    type: 'aws_db_cluster_snapshot',
    service: 'Amazon Aurora',
    byUse: [
      use(
        'Snapshot',
        'additional_backup_storage_gb',
        'GB',
        'aurora/postgresql/backup/storage',
        'GB-Months',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_db_instance_automated_backups_replication',
    service: 'Amazon Relational Database Service',
    byUse: [
      use(
        'Backups',
        'additional_backup_storage_gb',
        'GB',
        'rds/backup/storage',
        'GB-Months',
        'what is stored',
      ),
    ],
  },
  {
    type: 'aws_db_snapshot_copy',
    service: 'Amazon Relational Database Service',
    byUse: [
      use(
        'Snapshot',
        'additional_backup_storage_gb',
        'GB',
        'rds/backup/storage',
        'GB-Months',
        'what is stored beyond the size of the databases',
      ),
    ],
  },
  {
    type: 'aws_db_snapshot',
    service: 'Amazon Relational Database Service',
    byUse: [
      use(
        'Snapshot',
        'additional_backup_storage_gb',
        'GB',
        'rds/backup/storage',
        'GB-Months',
        'what is stored beyond the size of the databases',
      ),
    ],
  },
  {
    type: 'aws_docdb_cluster_snapshot',
    service: 'Amazon DocumentDB',
    byUse: [
      use(
        'Snapshot',
        'backup_storage_gb',
        'GB',
        'docdb/backup/storage',
        'GB-Months',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_docdb_cluster',
    service: 'Amazon DocumentDB',
    byUse: [
      use('Storage', 'storage_gb', 'GB', 'docdb/storage', 'GB-Months', 'what is stored'),
      use('I/O requests', 'monthly_io_requests', 'requests', 'docdb/io', 'Requests', 'request'),
      use(
        'Backups',
        'backup_storage_gb',
        'GB',
        'docdb/backup/storage',
        'GB-Months',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_dsql_cluster',
    service: 'Amazon Aurora',
    byUse: [
      use('Distributed processing units', 'monthly_dpus', 'DPUs', 'dsql/dpu', 'DPUs'),
      use('Storage', 'storage_gb', 'GB', 'dsql/storage', 'GB-Months', 'what is stored'),
    ],
  },
  {
    type: 'aws_dynamodb_kinesis_streaming_destination',
    service: 'Amazon DynamoDB',
    byUse: [
      use(
        'Change records',
        'monthly_change_records',
        'change records',
        'dynamodb/kinesis/change',
        'Change-Records',
      ),
    ],
  },
  {
    type: 'aws_dynamodb_table_export',
    service: 'Amazon DynamoDB',
    byUse: [use('Export', 'monthly_exported_gb', 'GB', 'dynamodb/export', 'GB')],
  },
  {
    type: 'aws_keyspaces_table',
    service: 'Amazon Keyspaces',
    byUse: [
      use(
        'Writes',
        'monthly_write_request_units',
        'write request units',
        'keyspaces/on_demand/wru',
        'Requests',
        'write request unit',
      ),
      use(
        'Reads',
        'monthly_read_request_units',
        'read request units',
        'keyspaces/on_demand/rru',
        'Requests',
        'read request unit',
      ),
      use('Storage', 'storage_gb', 'GB', 'keyspaces/storage', 'GB-Months', 'what is stored'),
    ],
  },
  {
    type: 'aws_memorydb_snapshot',
    service: 'Amazon MemoryDB',
    byUse: [
      use('Snapshot', 'backup_storage_gb', 'GB', 'memorydb/backup/storage', 'GB-Months', 'what is stored'),
    ],
  },
  {
    type: 'aws_neptune_cluster_snapshot',
    service: 'Amazon Neptune',
    byUse: [
      use(
        'Snapshot',
        'backup_storage_gb',
        'GB',
        'neptune/backup/storage',
        'GB-Months',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_neptune_cluster',
    service: 'Amazon Neptune',
    byUse: [
      use('Storage', 'storage_gb', 'GB', 'neptune/storage', 'GB-Months', 'what is stored'),
      use('I/O requests', 'monthly_io_requests', 'requests', 'neptune/io', 'Requests', 'request'),
      use(
        'Backups',
        'backup_storage_gb',
        'GB',
        'neptune/backup/storage',
        'GB-Months',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_qldb_ledger',
    service: 'Amazon QLDB',
    byUse: [
      use('I/O requests', 'monthly_io_requests', 'requests', 'qldb/io', 'Requests', 'request'),
      use('Storage', 'storage_gb', 'GB', 'qldb/storage', 'GB-Months', 'what is stored'),
    ],
  },
  {
    type: 'aws_rds_cluster_snapshot_copy',
    service: 'Amazon Aurora',
    byUse: [
      use(
        'Snapshot',
        'additional_backup_storage_gb',
        'GB',
        'aurora/postgresql/backup/storage',
        'GB-Months',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_rds_export_task',
    service: 'Amazon Relational Database Service',
    byUse: [
      use('Export', 'monthly_exported_gb', 'GB', 'rds/snapshot_export', 'GB', 'the GB of the snapshot'),
    ],
  },
  {
    type: 'aws_redshift_cluster_snapshot',
    service: 'Amazon Redshift',
    byUse: [
      use('Snapshot', 'backup_storage_gb', 'GB', 'redshift/backup/storage', 'GB-Months', 'what is stored'),
    ],
  },
  {
    type: 'aws_redshiftserverless_namespace',
    service: 'Amazon Redshift',
    byUse: [
      use(
        'Managed storage',
        'managed_storage_gb',
        'GB',
        'redshift/managed_storage',
        'GB-Months',
        'what is stored',
      ),
    ],
  },
  {
    type: 'aws_redshiftserverless_snapshot',
    service: 'Amazon Redshift',
    byUse: [
      use('Snapshot', 'backup_storage_gb', 'GB', 'redshift/backup/storage', 'GB-Months', 'what is stored'),
    ],
  },
  {
    type: 'aws_timestreamwrite_table',
    service: 'Amazon Timestream',
    byUse: [
      use('Writes', 'monthly_writes', 'writes of 1 KB', 'timestream/write', 'Writes', 'write'),
      use('Memory store', 'memory_store_gb', 'GB', 'timestream/memory_store', 'GB-Months', 'what is stored'),
      use(
        'Magnetic store',
        'magnetic_store_gb',
        'GB',
        'timestream/magnetic_store',
        'GB-Months',
        'what is stored',
      ),
    ],
  },
]
