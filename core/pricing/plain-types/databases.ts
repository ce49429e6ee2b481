import { type PlainType, stored, use } from './plain-type.ts'

export const DATABASES: readonly PlainType[] = [
  {
    type: 'aws_db_cluster_snapshot',
    service: 'Amazon Aurora',
    byUse: [
      stored(
        'Snapshot',
        'additional_backup_storage_gb',
        'aurora/postgresql/backup/storage',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_db_instance_automated_backups_replication',
    service: 'Amazon Relational Database Service',
    byUse: [stored('Backups', 'additional_backup_storage_gb', 'rds/backup/storage', 'what is stored')],
  },
  {
    type: 'aws_db_snapshot_copy',
    service: 'Amazon Relational Database Service',
    byUse: [
      stored(
        'Snapshot',
        'additional_backup_storage_gb',
        'rds/backup/storage',
        'what is stored beyond the size of the databases',
      ),
    ],
  },
  {
    type: 'aws_db_snapshot',
    service: 'Amazon Relational Database Service',
    byUse: [
      stored(
        'Snapshot',
        'additional_backup_storage_gb',
        'rds/backup/storage',
        'what is stored beyond the size of the databases',
      ),
    ],
  },
  {
    type: 'aws_docdb_cluster_snapshot',
    service: 'Amazon DocumentDB',
    byUse: [
      stored(
        'Snapshot',
        'backup_storage_gb',
        'docdb/backup/storage',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_docdb_cluster',
    service: 'Amazon DocumentDB',
    byUse: [
      stored('Storage', 'storage_gb', 'docdb/storage', 'what is stored'),
      use('I/O requests', 'monthly_io_requests', 'requests', 'docdb/io', 'Requests', 'request'),
      stored(
        'Backups',
        'backup_storage_gb',
        'docdb/backup/storage',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_dsql_cluster',
    service: 'Amazon Aurora',
    byUse: [
      use('Distributed processing units', 'monthly_dpus', 'DPUs', 'dsql/dpu', 'DPUs'),
      stored('Storage', 'storage_gb', 'dsql/storage', 'what is stored'),
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
      stored('Storage', 'storage_gb', 'keyspaces/storage', 'what is stored'),
    ],
  },
  {
    type: 'aws_memorydb_snapshot',
    service: 'Amazon MemoryDB',
    byUse: [stored('Snapshot', 'backup_storage_gb', 'memorydb/backup/storage', 'what is stored')],
  },
  {
    type: 'aws_neptune_cluster_snapshot',
    service: 'Amazon Neptune',
    byUse: [
      stored(
        'Snapshot',
        'backup_storage_gb',
        'neptune/backup/storage',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_neptune_cluster',
    service: 'Amazon Neptune',
    byUse: [
      stored('Storage', 'storage_gb', 'neptune/storage', 'what is stored'),
      use('I/O requests', 'monthly_io_requests', 'requests', 'neptune/io', 'Requests', 'request'),
      stored(
        'Backups',
        'backup_storage_gb',
        'neptune/backup/storage',
        'what is stored beyond the size of the cluster',
      ),
    ],
  },
  {
    type: 'aws_qldb_ledger',
    service: 'Amazon QLDB',
    byUse: [
      use('I/O requests', 'monthly_io_requests', 'requests', 'qldb/io', 'Requests', 'request'),
      stored('Storage', 'storage_gb', 'qldb/storage', 'what is stored'),
    ],
  },
  {
    type: 'aws_rds_cluster_snapshot_copy',
    service: 'Amazon Aurora',
    byUse: [
      stored(
        'Snapshot',
        'additional_backup_storage_gb',
        'aurora/postgresql/backup/storage',
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
    byUse: [stored('Snapshot', 'backup_storage_gb', 'redshift/backup/storage', 'what is stored')],
  },
  {
    type: 'aws_redshiftserverless_namespace',
    service: 'Amazon Redshift',
    byUse: [stored('Managed storage', 'managed_storage_gb', 'redshift/managed_storage', 'what is stored')],
  },
  {
    type: 'aws_redshiftserverless_snapshot',
    service: 'Amazon Redshift',
    byUse: [stored('Snapshot', 'backup_storage_gb', 'redshift/backup/storage', 'what is stored')],
  },
  {
    type: 'aws_timestreamwrite_table',
    service: 'Amazon Timestream',
    byUse: [
      use('Writes', 'monthly_writes', 'writes of 1 KB', 'timestream/write', 'Writes', 'write'),
      stored('Memory store', 'memory_store_gb', 'timestream/memory_store', 'what is stored'),
      stored('Magnetic store', 'magnetic_store_gb', 'timestream/magnetic_store', 'what is stored'),
    ],
  },
]
