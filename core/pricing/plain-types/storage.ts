import { type PlainType, stored, use } from './plain-type.ts'

export const STORAGE: readonly PlainType[] = [
  {
    type: 'aws_backup_logically_air_gapped_vault',
    service: 'AWS Backup',
    byUse: [
      stored('EBS snapshots', 'monthly_ebs_snapshot_gb', 'backup/ebs/storage', 'the GB stored'),
      stored('RDS snapshots', 'monthly_rds_snapshot_gb', 'backup/rds/storage', 'the GB stored'),
    ],
  },
  {
    type: 'aws_backup_vault',
    service: 'AWS Backup',
    byUse: [
      stored('EBS snapshots', 'monthly_ebs_snapshot_gb', 'backup/ebs/storage', 'the GB stored'),
      stored('EFS, warm', 'monthly_efs_warm_backup_gb', 'backup/efs/storage', 'the GB stored'),
      stored('EFS, cold', 'monthly_efs_cold_backup_gb', 'backup/efs/cold/storage', 'the GB stored'),
      stored('RDS snapshots', 'monthly_rds_snapshot_gb', 'backup/rds/storage', 'the GB stored'),
      stored('Aurora snapshots', 'monthly_aurora_snapshot_gb', 'backup/aurora/storage', 'the GB stored'),
      stored('DynamoDB backups', 'monthly_dynamodb_backup_gb', 'backup/dynamodb/storage', 'the GB stored'),
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
    byUse: [stored('Snapshot', 'storage_gb', 'ebs/snapshot/storage', 'what is stored')],
  },
  {
    type: 'aws_ebs_snapshot_import',
    service: 'Amazon Elastic Block Store',
    byUse: [stored('Snapshot', 'storage_gb', 'ebs/snapshot/storage', 'what is stored')],
  },
  {
    type: 'aws_ebs_snapshot',
    service: 'Amazon Elastic Block Store',
    byUse: [
      stored(
        'Snapshot',
        'storage_gb',
        'ebs/snapshot/storage',
        'what is stored: of a chain of snapshots, the blocks that changed',
      ),
    ],
  },
  {
    type: 'aws_ecr_repository',
    service: 'Amazon Elastic Container Registry',
    byUse: [stored('Storage', 'storage_gb', 'ecr/storage', 'what is stored')],
  },
  {
    type: 'aws_ecrpublic_repository',
    service: 'Amazon Elastic Container Registry',
    byUse: [stored('Storage', 'storage_gb', 'ecr/public/storage', 'what is stored')],
  },
  {
    type: 'aws_efs_replication_configuration',
    service: 'Amazon Elastic File System',
    byUse: [stored('Replica', 'storage_gb', 'efs/standard/storage', 'what the replica stores')],
  },
  {
    type: 'aws_fsx_backup',
    service: 'Amazon FSx',
    byUse: [stored('Backup', 'storage_gb', 'fsx/backup/storage', 'what is stored')],
  },
  {
    type: 'aws_glacier_vault',
    service: 'Amazon S3 Glacier',
    byUse: [stored('Storage', 'storage_gb', 's3/glacier_flexible/storage', 'what is stored')],
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
    byUse: [stored('Object', 'storage_gb', 's3/standard/storage', 'what is stored')],
  },
  {
    type: 'aws_s3_directory_bucket',
    service: 'Amazon Simple Storage Service',
    byUse: [stored('Storage', 'express_onezone.storage_gb', 's3/express_onezone/storage', 'what is stored')],
  },
  {
    type: 'aws_s3_object_copy',
    service: 'Amazon Simple Storage Service',
    byUse: [stored('Object', 'storage_gb', 's3/standard/storage', 'what is stored')],
  },
  {
    type: 'aws_s3_object',
    service: 'Amazon Simple Storage Service',
    byUse: [stored('Object', 'storage_gb', 's3/standard/storage', 'what is stored')],
  },
  {
    type: 'aws_s3tables_table',
    service: 'Amazon Simple Storage Service',
    byUse: [stored('Storage', 'storage_gb', 's3/tables/storage', 'what is stored')],
  },
  {
    type: 'aws_s3vectors_index',
    service: 'Amazon Simple Storage Service',
    byUse: [stored('Storage', 'storage_gb', 's3/vectors/storage', 'what is stored')],
  },
  {
    type: 'aws_storagegateway_gateway',
    service: 'AWS Storage Gateway',
    byUse: [use('Data written', 'monthly_data_written_gb', 'GB', 'storagegateway/data', 'GB')],
  },
]
