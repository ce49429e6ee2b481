import { type PlainType, stored, use } from './plain-type.ts'

export const ANALYTICS: readonly PlainType[] = [
  {
    type: 'aws_athena_workgroup',
    service: 'Amazon Athena',
    byUse: [
      use('Queries', 'monthly_scanned_tb', 'TB', 'athena/query/scanned', 'TB', 'what its queries scan'),
    ],
  },
  {
    type: 'aws_emrcontainers_virtual_cluster',
    service: 'Amazon EMR',
    byUse: [
      use(
        'CPU of its jobs',
        'monthly_vcpu_hours',
        'vCPU-hours',
        'emr/eks/vcpu',
        'vCPU-Hours',
        'vCPU-hour and GB-hour of its jobs, besides the nodes',
      ),
      use(
        'Memory of its jobs',
        'monthly_memory_gb_hours',
        'GB-hours',
        'emr/eks/memory',
        'GB-Hours',
        'vCPU-hour and GB-hour of its jobs, besides the nodes',
      ),
    ],
  },
  {
    type: 'aws_glue_catalog_database',
    service: 'AWS Glue',
    byUse: [
      use(
        'Objects',
        'monthly_objects',
        'objects',
        'glue/catalog/object',
        'Object-Months',
        'object beyond the first million',
      ),
      use(
        'Requests',
        'monthly_requests',
        'requests',
        'glue/catalog/request',
        'Requests',
        'request beyond the first million',
      ),
    ],
  },
  {
    type: 'aws_glue_catalog_table_optimizer',
    service: 'AWS Glue',
    byUse: [
      use(
        'Optimization',
        'monthly_dpu_hours',
        'DPU-hours',
        'glue/table_optimization/dpu',
        'DPU-Hours',
        'DPU-hour',
      ),
    ],
  },
  {
    type: 'aws_glue_catalog_table',
    service: 'AWS Glue',
    byUse: [
      use(
        'Objects',
        'monthly_objects',
        'objects',
        'glue/catalog/object',
        'Object-Months',
        'object beyond the first million',
      ),
    ],
  },
  {
    type: 'aws_glue_crawler',
    service: 'AWS Glue',
    byUse: [use('Runs', 'monthly_hours', 'DPU-hours', 'glue/crawler/dpu', 'DPU-Hours', 'DPU-hour')],
  },
  {
    type: 'aws_glue_data_quality_ruleset',
    service: 'AWS Glue',
    byUse: [use('Evaluations', 'monthly_dpu_hours', 'DPU-hours', 'glue/etl/dpu', 'DPU-Hours', 'DPU-hour')],
  },
  {
    type: 'aws_kinesis_stream_consumer',
    service: 'Amazon Kinesis Data Streams',
    byUse: [
      use(
        'Consumer',
        'monthly_consumer_shard_hours',
        'consumer-shard-hours',
        'kinesis/efo/consumer_shard',
        'Shard-Hours',
        'hour and shard of its stream',
      ),
      use(
        'Data read',
        'monthly_enhanced_fan_out_data_retrieval_gb',
        'GB',
        'kinesis/efo/data',
        'GB',
        'the GB read',
      ),
    ],
  },
  {
    type: 'aws_kinesis_video_stream',
    service: 'Amazon Kinesis Video Streams',
    byUse: [
      use('Data ingested', 'monthly_data_in_gb', 'GB', 'kinesisvideo/ingest', 'GB'),
      use('Data read', 'monthly_data_out_gb', 'GB', 'kinesisvideo/retrieval', 'GB'),
      stored('Storage', 'storage_gb', 'kinesisvideo/storage', 'what is stored'),
    ],
  },
  {
    type: 'aws_kinesisanalyticsv2_application_snapshot',
    service: 'Amazon Managed Service for Apache Flink',
    byUse: [stored('Snapshot', 'durable_application_backup_gb', 'flink/backup/storage', 'what is stored')],
  },
  {
    type: 'aws_msk_replicator',
    service: 'Amazon Managed Streaming for Apache Kafka',
    fixed: { description: 'Replicator', sku: 'msk/replicator' },
    byUse: [use('Data', 'monthly_data_gb', 'GB', 'msk/replicator/data', 'GB')],
  },
  {
    type: 'aws_msk_serverless_cluster',
    service: 'Amazon Managed Streaming for Apache Kafka',
    fixed: { description: 'Cluster', sku: 'msk/serverless/cluster' },
    byUse: [
      use(
        'Partitions',
        'monthly_partition_hours',
        'partition-hours',
        'msk/serverless/partition',
        'Partition-Hours',
        'hour and partition',
      ),
      stored('Storage', 'storage_gb', 'msk/serverless/storage', 'what is stored'),
      use('Data in', 'monthly_data_in_gb', 'GB', 'msk/serverless/data_in', 'GB'),
      use('Data out', 'monthly_data_out_gb', 'GB', 'msk/serverless/data_out', 'GB'),
    ],
  },
  {
    type: 'aws_osis_pipeline',
    service: 'Amazon OpenSearch Service',
    byUse: [
      use('Ingestion', 'monthly_ocu_hours', 'OCU-hours', 'opensearch/ingestion/ocu', 'OCU-Hours', 'OCU-hour'),
    ],
  },
  {
    type: 'aws_quicksight_user',
    service: 'Amazon QuickSight',
    fixed: { description: 'User', sku: 'quicksight/user', pricingUnit: 'User-Months' },
  },
]
