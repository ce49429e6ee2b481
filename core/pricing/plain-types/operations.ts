import { type PlainType, stored, use } from './plain-type.ts'

export const OPERATIONS: readonly PlainType[] = [
  {
    type: 'aws_appconfig_configuration_profile',
    service: 'AWS AppConfig',
    byUse: [use('Requests', 'monthly_requests', 'requests', 'appconfig/request', 'Requests', 'request')],
  },
  {
    type: 'aws_appflow_flow',
    service: 'Amazon AppFlow',
    byUse: [use('Runs', 'monthly_runs', 'runs', 'appflow/run', 'Runs', 'run')],
  },
  {
    type: 'aws_appsync_api',
    service: 'AWS AppSync',
    byUse: [
      use(
        'Operations',
        'monthly_operations',
        'operations',
        'appsync/event_operation',
        'Operations',
        'operation',
      ),
    ],
  },
  {
    type: 'aws_appsync_graphql_api',
    service: 'AWS AppSync',
    byUse: [use('Requests', 'monthly_requests', 'requests', 'appsync/request', 'Requests', 'request')],
  },
  {
    type: 'aws_cloudformation_stack_set',
    service: 'AWS CloudFormation',
    byUse: [
      use(
        'Handler operations',
        'monthly_handler_operations',
        'operations',
        'cloudformation/handler_operation',
        'Operations',
        'operation of a third-party resource',
      ),
    ],
  },
  {
    type: 'aws_cloudformation_stack',
    service: 'AWS CloudFormation',
    byUse: [
      use(
        'Handler operations',
        'monthly_handler_operations',
        'operations',
        'cloudformation/handler_operation',
        'Operations',
        'operation of a third-party resource',
      ),
    ],
  },
  {
    type: 'aws_cloudtrail_event_data_store',
    service: 'AWS CloudTrail',
    byUse: [use('Ingestion', 'monthly_data_ingested_gb', 'GB', 'cloudtrail/lake/ingest', 'GB')],
  },
  {
    type: 'aws_cloudtrail',
    service: 'AWS CloudTrail',
    byUse: [
      use(
        'Further copies of management events',
        'monthly_additional_management_events',
        'events',
        'cloudtrail/management',
        'Events',
        'event beyond the first copy',
      ),
      use('Data events', 'monthly_data_events', 'events', 'cloudtrail/data', 'Events', 'event'),
      use('Insight events', 'monthly_insight_events', 'events', 'cloudtrail/insight', 'Events', 'event'),
    ],
  },
  {
    type: 'aws_cloudwatch_composite_alarm',
    service: 'Amazon CloudWatch',
    fixed: { description: 'Composite alarm', sku: 'cloudwatch/alarm/composite', pricingUnit: 'Alarm-Months' },
  },
  {
    type: 'aws_cloudwatch_event_api_destination',
    service: 'Amazon EventBridge',
    byUse: [
      use(
        'Invocations',
        'monthly_invocations',
        'invocations',
        'eventbridge/api_destination',
        'Invocations',
        'invocation',
      ),
    ],
  },
  {
    type: 'aws_cloudwatch_event_archive',
    service: 'Amazon EventBridge',
    byUse: [
      stored('Archive', 'archive_storage_gb', 'eventbridge/archive/storage', 'what is stored'),
      use('Archiving', 'monthly_archive_processing_gb', 'GB', 'eventbridge/archive/processed', 'GB'),
    ],
  },
  {
    type: 'aws_cloudwatch_event_bus',
    service: 'Amazon EventBridge',
    byUse: [use('Custom events', 'monthly_custom_events', 'events', 'eventbridge/custom', 'Events', 'event')],
  },
  {
    type: 'aws_cloudwatch_log_group',
    service: 'Amazon CloudWatch',
    byUse: [
      use(
        'Ingestion',
        'monthly_data_ingested_gb',
        'GB',
        'cloudwatch/logs/ingest',
        'GB',
        'the GB ingested and stored',
      ),
      stored('Storage', 'storage_gb', 'cloudwatch/logs/storage', 'the GB ingested and stored'),
      use(
        'Insights queries',
        'monthly_data_scanned_gb',
        'GB',
        'cloudwatch/logs/scanned',
        'GB',
        'the GB that queries scan',
      ),
    ],
  },
  {
    type: 'aws_cloudwatch_metric_stream',
    service: 'Amazon CloudWatch',
    byUse: [
      use(
        'Updates',
        'monthly_metric_updates',
        'metric updates',
        'cloudwatch/metric_stream',
        'Metric-Updates',
        'metric update',
      ),
    ],
  },
  {
    type: 'aws_codeartifact_repository',
    service: 'AWS CodeArtifact',
    byUse: [stored('Storage', 'storage_gb', 'codeartifact/storage', 'what is stored')],
  },
  {
    type: 'aws_codepipeline',
    service: 'AWS CodePipeline',
    byUse: [
      use(
        'Actions',
        'monthly_action_minutes',
        'minutes',
        'codepipeline/action',
        'Minutes',
        'minute of its actions, or by pipeline where it is of type V1',
      ),
    ],
  },
  {
    type: 'aws_eks_capability',
    service: 'Amazon Elastic Kubernetes Service',
    fixed: { description: 'Capability', sku: 'eks/capability' },
  },
  {
    type: 'aws_grafana_workspace',
    service: 'Amazon Managed Grafana',
    byUse: [
      use('Editors', 'monthly_active_editors', 'users', 'grafana/editor', 'User-Months', 'active user'),
      use('Viewers', 'monthly_active_viewers', 'users', 'grafana/viewer', 'User-Months', 'active user'),
    ],
  },
  {
    type: 'aws_iot_topic_rule',
    service: 'AWS IoT Core',
    byUse: [
      use(
        'Rules triggered',
        'monthly_rules_triggered',
        'rules triggered',
        'iot/rule',
        'Rules',
        'rule triggered',
      ),
    ],
  },
  {
    type: 'aws_lambda_invocation',
    service: 'AWS Lambda',
    byUse: [use('Requests', 'monthly_requests', 'requests', 'lambda/requests', 'Requests', 'request')],
  },
  {
    type: 'aws_pipes_pipe',
    service: 'Amazon EventBridge',
    byUse: [
      use('Requests', 'monthly_requests', 'requests', 'eventbridge/pipe/request', 'Requests', 'request'),
    ],
  },
  {
    type: 'aws_prometheus_scraper',
    service: 'Amazon Managed Service for Prometheus',
    fixed: { description: 'Collector', sku: 'prometheus/collector' },
  },
  {
    type: 'aws_prometheus_workspace',
    service: 'Amazon Managed Service for Prometheus',
    byUse: [
      use('Samples', 'monthly_ingested_samples', 'samples', 'prometheus/sample', 'Samples', 'sample'),
      use('Queries', 'monthly_query_samples', 'samples read', 'prometheus/query', 'Samples', 'sample read'),
      stored('Storage', 'storage_gb', 'prometheus/storage', 'what is stored'),
    ],
  },
  {
    type: 'aws_scheduler_schedule',
    service: 'Amazon EventBridge',
    byUse: [
      use(
        'Invocations',
        'monthly_invocations',
        'invocations',
        'eventbridge/schedule',
        'Invocations',
        'invocation',
      ),
    ],
  },
  {
    type: 'aws_sesv2_dedicated_ip_pool',
    service: 'Amazon Simple Email Service',
    byUse: [use('Dedicated addresses', 'monthly_ips', 'addresses', 'ses/dedicated_ip', 'Address-Months')],
  },
  {
    type: 'aws_ssm_activation',
    service: 'AWS Systems Manager',
    byUse: [
      use(
        'Advanced instances',
        'monthly_instance_hours',
        'instance-hours',
        'ssm/managed_instance/advanced',
        'Hours',
        'hour and advanced instance',
      ),
    ],
  },
  {
    type: 'aws_synthetics_canary',
    service: 'Amazon CloudWatch',
    byUse: [use('Runs', 'monthly_runs', 'runs', 'cloudwatch/canary/run', 'Runs', 'run')],
  },
]
