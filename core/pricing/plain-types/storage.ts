import { type PlainType, use } from './plain-type.ts'

export const STORAGE: readonly PlainType[] = [
  {
    type: 'aws_backup_logically_air_gapped_vault',
    service: 'AWS Backup',
    byUse: [
      use(
        'EBS snapshots',
        'monthly_ebs_snapshot_gb',
        'GB',
        'backup/ebs/storage',
        'GB-Months',
        'the GB stored',
      ),
      use(
        'RDS snapshots',
        'monthly_rds_snapshot_gb',
        'GB',
        'backup/rds/storage',
        'GB-Months',
        'the GB stored',
      ),
    ],
  },
  {
    type: 'aws_backup_vault',
    service: 'AWS Backup',
    byUse: [
      use(
        'EBS snapshots',
        'monthly_ebs_snapshot_gb',
        'GB',
        'backup/ebs/storage',
        'GB-Months',
        'the GB stored',
      ),
      use(
        'EFS, warm',
        'monthly_efs_warm_backup_gb',
        'GB',
        'backup/efs/storage',
        'GB-Months',
        'the GB stored',
      ),
      use(
        'EFS, cold',
        'monthly_efs_cold_backup_gb',
        'GB',
        'backup/efs/cold/storage',
        'GB-Months',
        'the GB stored',
      ),
      use(
        'RDS snapshots',
        'monthly_rds_snapshot_gb',
        'GB',
        'backup/rds/storage',
        'GB-Months',
        'the GB stored',
      ),
      use(
        'Aurora snapshots',
        'monthly_aurora_snapshot_gb',
        'GB',
        'backup/aurora/storage',
        'GB-Months',
        'the GB stored',
      ),
      use(
        'DynamoDB backups',
        'monthly_dynamodb_backup_gb',
        'GB',
        'backup/dynamodb/storage',
        'GB-Months',
        'the GB stored',
      ),
    ],
  },
  {
    type: 'aws_datasync_task',
    service: 'AWS DataSync',
    byUse: [use('Data copied', 'monthly_data_copied_gb', 'GB', 'datasync/data', 'GB')],
  },
  {
    type: 'aws_ebs_snapshot_copy',
    service: 'Amazon Elastic Block Store',
    byUse: [use('Snapshot', 'storage_gb', 'GB', 'ebs/snapshot/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_ebs_snapshot_import',
    service: 'Amazon Elastic Block Store',
    byUse: [use('Snapshot', 'storage_gb', 'GB', 'ebs/snapshot/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_ebs_snapshot',
    service: 'Amazon Elastic Block Store',
    byUse: [
      use(
        'Snapshot',
        'storage_gb',
        'GB',
        'ebs/snapshot/storage',
        'GB-Months',
        'what is stored: of a chain of snapshots, the blocks that changed',
      ),
    ],
  },
  {
    type: 'aws_ecr_repository',
    service: 'Amazon Elastic Container Registry',
    byUse: [use('Storage', 'storage_gb', 'GB', 'ecr/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_ecrpublic_repository',
    service: 'Amazon Elastic Container Registry',
    byUse: [use('Storage', 'storage_gb', 'GB', 'ecr/public/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_efs_replication_configuration',
    service: 'Amazon Elastic File System',
    byUse: [
      use('Replica', 'storage_gb', 'GB', 'efs/standard/storage', 'GB-Months', 'what the replica stores'),
    ],
  },
  {
    type: 'aws_fsx_backup',
    service: 'Amazon FSx',
    byUse: [use('Backup', 'storage_gb', 'GB', 'fsx/backup/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_glacier_vault',
    service: 'Amazon S3 Glacier',
    byUse: [use('Storage', 'storage_gb', 'GB', 's3/glacier_flexible/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_s3_bucket_analytics_configuration',
    service: 'Amazon Simple Storage Service',
    byUse: [
      use('Objects monitored', 'monthly_monitored_objects', 'objects', 's3/analytics/object', 'Objects'),
    ],
  },
  {
    type: 'aws_s3_bucket_inventory',
    service: 'Amazon Simple Storage Service',
    byUse: [use('Objects listed', 'monthly_listed_objects', 'objects', 's3/inventory/object', 'Objects')],
  },
  {
    type: 'aws_s3_bucket_metric',
    service: 'Amazon CloudWatch',
    byUse: [
      use(
        'Request metrics',
        'metrics',
        'metrics sent',
        'cloudwatch/metric/custom',
        'Metric-Months',
        'metric sent',
      ),
    ],
  },
  {
    type: 'aws_s3_bucket_object',
    service: 'Amazon Simple Storage Service',
    byUse: [use('Object', 'storage_gb', 'GB', 's3/standard/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_s3_directory_bucket',
    service: 'Amazon Simple Storage Service',
    byUse: [
      use(
        'Storage',
        'express_onezone.storage_gb',
        'GB',
        's3/express_onezone/storage',
        'GB-Months',
        'what is stored',
      ),
    ],
  },
  {
    type: 'aws_s3_object_copy',
    service: 'Amazon Simple Storage Service',
    byUse: [use('Object', 'storage_gb', 'GB', 's3/standard/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_s3_object',
    service: 'Amazon Simple Storage Service',
    byUse: [use('Object', 'storage_gb', 'GB', 's3/standard/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_s3tables_table',
    service: 'Amazon Simple Storage Service',
    byUse: [use('Storage', 'storage_gb', 'GB', 's3/tables/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_s3vectors_index',
    service: 'Amazon Simple Storage Service',
    byUse: [use('Storage', 'storage_gb', 'GB', 's3/vectors/storage', 'GB-Months', 'what is stored')],
  },
  {
    type: 'aws_storagegateway_gateway',
    service: 'AWS Storage Gateway',
    byUse: [use('Data written', 'monthly_data_written_gb', 'GB', 'storagegateway/data', 'GB')],
  },
]
