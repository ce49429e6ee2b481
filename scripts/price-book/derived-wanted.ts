/** A price that only Infracost's goldens imply, under our own SKU. */
export interface WantedPrice {
  readonly resourceType: string
  readonly component: string
  /** As the goldens count it. */
  readonly unit: string
  readonly skuId: string
  readonly pricingUnit: string
  /** How many of the pricing unit are in one of the goldens' unit: a million requests, 730 hours. */
  readonly units: number
  readonly regionId: string
  /** Which of several prices of the same name is meant: the goldens do not say what tells them apart, AWS's page does. */
  readonly among: string | undefined
}

export const MILLION = 1e6
export const THOUSAND = 1e3

export const wanted = (
  resourceType: string,
  rows: readonly (readonly [
    component: string,
    unit: string,
    skuId: string,
    pricingUnit: string,
    units?: number,
  ])[],
  regionId = 'us-east-1',
): readonly WantedPrice[] =>
  rows.map(([component, unit, skuId, pricingUnit, units = 1]) => ({
    resourceType,
    component: component.replace(/ =[\d.]+$/, ''),
    unit,
    skuId,
    pricingUnit,
    units,
    regionId,
    among: / =([\d.]+)$/.exec(component)?.[1],
  }))

/** Component (with ` =PRICE` where the goldens hold several of that name), their unit, our SKU and unit, units in theirs. */
export const WANTED: readonly WantedPrice[] = [
  ...wanted('aws_acmpca_certificate_authority', [
    ['Private certificate authority', 'months', 'acmpca/ca/general_purpose', 'CA-Months'],
    [
      'Private certificate authority (short-lived certificate mode)',
      'months',
      'acmpca/ca/short_lived',
      'CA-Months',
    ],
    ['Certificates (first 1K)', 'requests', 'acmpca/certificate/tier1', 'Certificates'],
    ['Certificates (next 9K)', 'requests', 'acmpca/certificate/tier2_1k', 'Certificates'],
    ['Certificates (over 10K)', 'requests', 'acmpca/certificate/tier3_10k', 'Certificates'],
    ['Certificates (short-lived)', 'requests', 'acmpca/certificate/short_lived', 'Certificates'],
  ]),
  ...wanted('aws_api_gateway_rest_api', [
    ['Requests (first 333M)', '1M requests', 'apigateway/rest/requests/tier1', 'Requests', MILLION],
    ['Requests (next 667M)', '1M requests', 'apigateway/rest/requests/tier2_333m', 'Requests', MILLION],
    ['Requests (next 19B)', '1M requests', 'apigateway/rest/requests/tier3_1b', 'Requests', MILLION],
    ['Requests (over 20B)', '1M requests', 'apigateway/rest/requests/tier4_20b', 'Requests', MILLION],
  ]),
  ...wanted('aws_api_gateway_stage', [
    ['Cache memory (0.5 GB)', 'hours', 'apigateway/cache/0.5', 'Hours'],
    ['Cache memory (237 GB)', 'hours', 'apigateway/cache/237', 'Hours'],
  ]),
  ...wanted('aws_apigatewayv2_api', [
    ['Requests (first 300M)', '1M requests', 'apigateway/http/requests/tier1', 'Requests', MILLION],
    ['Requests (over 300M)', '1M requests', 'apigateway/http/requests/tier2_300m', 'Requests', MILLION],
    ['Messages (first 1B)', '1M messages', 'apigateway/websocket/messages/tier1', 'Messages', MILLION],
    ['Messages (over 1B)', '1M messages', 'apigateway/websocket/messages/tier2_1b', 'Messages', MILLION],
    ['Connection duration', '1M minutes', 'apigateway/websocket/connection', 'Minutes', MILLION],
  ]),
  ...wanted('aws_cloudformation_stack', [
    ['Handler operations', 'operations', 'cloudformation/handler_operation', 'Operations'],
  ]),
  ...wanted('aws_cloudfront_distribution', [
    [
      'US, Mexico, Canada / Data transfer out to internet (first 10TB)',
      'GB',
      'cloudfront/us/out/tier1',
      'GB',
    ],
    [
      'Europe, Israel / Data transfer out to internet (first 10TB)',
      'GB',
      'cloudfront/europe/out/tier1',
      'GB',
    ],
    ['Dedicated IP custom SSLs', 'certificates', 'cloudfront/dedicated_ip_certificate', 'Certificate-Months'],
    ['Invalidation requests (over 1k)', 'paths', 'cloudfront/invalidation', 'Paths'],
  ]),
  ...wanted('aws_cloudhsm_v2_hsm', [['HSM usage', 'hours', 'cloudhsm/hsm', 'Hours']]),
  ...wanted('aws_cloudtrail', [
    ['Management events (additional copies)', '100k events', 'cloudtrail/management', 'Events', 1e5],
    ['Data events', '100k events', 'cloudtrail/data', 'Events', 1e5],
    ['Insight events', '100k events', 'cloudtrail/insight', 'Events', 1e5],
  ]),
  ...wanted('aws_cloudwatch_dashboard', [
    ['Dashboard', 'months', 'cloudwatch/dashboard', 'Dashboard-Months'],
  ]),
  ...wanted('aws_cloudwatch_event_bus', [
    ['Custom events published', '1M events', 'eventbridge/custom', 'Events', MILLION],
    ['Archive processing', 'GB', 'eventbridge/archive/processed', 'GB'],
    ['Archive storage', 'GB', 'eventbridge/archive/storage', 'GB-Months'],
  ]),
  ...wanted('aws_cloudwatch_log_group', [
    ['Archival Storage', 'GB', 'cloudwatch/logs/storage', 'GB-Months'],
    ['Insights queries data scanned', 'GB', 'cloudwatch/logs/scanned', 'GB'],
  ]),
  ...wanted('aws_codebuild_project', [
    ['Linux (general1.small)', 'minutes', 'codebuild/linux/general1.small', 'Minutes'],
    ['Linux (general1.medium)', 'minutes', 'codebuild/linux/general1.medium', 'Minutes'],
    ['Linux (general1.large)', 'minutes', 'codebuild/linux/general1.large', 'Minutes'],
    ['Windows (general1.large)', 'minutes', 'codebuild/windows/general1.large', 'Minutes'],
  ]),
  ...wanted('aws_config_config_rule', [
    ['Rule evaluations (first 100K)', 'evaluations', 'config/evaluation/tier1', 'Evaluations'],
    ['Rule evaluations (next 400K)', 'evaluations', 'config/evaluation/tier2_100k', 'Evaluations'],
    ['Rule evaluations (over 500K)', 'evaluations', 'config/evaluation/tier3_500k', 'Evaluations'],
  ]),
  ...wanted('aws_config_configuration_recorder', [
    ['Config items', 'records', 'config/item', 'Configuration-Items'],
  ]),
  ...wanted('aws_directory_service_directory', [
    [
      'Directory service (Microsoft AD, Standard)',
      'controllers',
      'directory/microsoftad/standard',
      'Hours',
      730,
    ],
    [
      'Directory service (Microsoft AD, Enterprise)',
      'controllers',
      'directory/microsoftad/enterprise',
      'Hours',
      730,
    ],
    ['Directory service (Simple AD, Small)', 'controllers', 'directory/simplead/small', 'Hours', 730],
    ['Directory service (Simple AD, Large)', 'controllers', 'directory/simplead/large', 'Hours', 730],
    ['Directory service (AD Connector, Small)', 'controllers', 'directory/adconnector/small', 'Hours', 730],
  ]),
  ...wanted('aws_docdb_cluster_instance', [
    ['Database instance (on-demand, db.r5.4xlarge)', 'hours', 'docdb/db.r5.4xlarge', 'Hours'],
    ['Database instance (on-demand, db.t3.medium)', 'hours', 'docdb/db.t3.medium', 'Hours'],
    ['I/O requests', '1M requests', 'docdb/io', 'Requests', MILLION],
    ['Storage', 'GB', 'docdb/storage', 'GB-Months'],
  ]),
  ...wanted('aws_docdb_cluster', [['Backup storage', 'GB', 'docdb/backup/storage', 'GB-Months']]),
  ...wanted('aws_dx_connection', [['DX connection', 'hours', 'dx/port/1Gbps', 'Hours']]),
  ...wanted('aws_dx_gateway_association', [['Data processed', 'GB', 'vpc/tgw/data', 'GB']]),
  ...wanted('aws_ec2_host', [
    ['EC2 Dedicated Host (on-demand, c5)', 'hours', 'ec2/host/c5', 'Hours'],
    ['EC2 Dedicated Host (on-demand, mac1)', 'hours', 'ec2/host/mac1', 'Hours'],
  ]),
  ...wanted('aws_ec2_traffic_mirror_session', [['Traffic mirror', 'hours', 'vpc/traffic_mirror', 'Hours']]),
  ...wanted('aws_efs_file_system', [
    ['Storage (one zone, infrequent access)', 'GB', 'efs/onezone_ia/storage', 'GB-Months'],
  ]),
  ...wanted('aws_eks_node_group', [['CPU credits', 'vCPU-hours', 'ec2/cpu_credits', 'vCPU-Hours']]),
  ...wanted('aws_elasticsearch_domain', [
    ['Storage (gp3)', 'GB', 'opensearch/storage/gp3', 'GB-Months'],
    ['Storage (standard)', 'GB', 'opensearch/storage/standard', 'GB-Months'],
    ['Throughput (gp3)', 'Mbps', 'opensearch/throughput/gp3', 'MiBps-Months'],
  ]),
  ...wanted('aws_fsx_openzfs_file_system', [
    ['SSD storage', 'GB', 'fsx/openzfs/single_az/ssd/storage', 'GB-Months'],
    ['Provisioned IOPS', 'IOPS', 'fsx/openzfs/single_az/iops', 'IOPS-Months'],
    ['Throughput capacity', 'MBps', 'fsx/openzfs/single_az/throughput', 'MiBps-Months'],
  ]),
  // The goldens' file systems are of AWS's Multi-AZ type.
  ...wanted('aws_fsx_windows_file_system', [
    ['SSD storage', 'GB', 'fsx/windows/multi_az/ssd/storage', 'GB-Months'],
    ['HDD storage', 'GB', 'fsx/windows/multi_az/hdd/storage', 'GB-Months'],
    ['Throughput capacity', 'MBps', 'fsx/windows/multi_az/throughput', 'MiBps-Months'],
    ['Backup storage', 'GB', 'fsx/backup/storage', 'GB-Months'],
  ]),
  ...wanted('aws_globalaccelerator_accelerator', [
    ['Fixed fee', 'hours', 'globalaccelerator/accelerator', 'Hours'],
  ]),
  ...wanted('aws_globalaccelerator_endpoint_group', [
    ['US, Mexico, Canada / Inbound DT-premium fee', 'GB', 'globalaccelerator/us/in', 'GB'],
    ['Europe / Outbound DT-premium fee', 'GB', 'globalaccelerator/europe/out', 'GB'],
  ]),
  ...wanted('aws_grafana_workspace', [
    ['Editor/administrator licenses', 'users', 'grafana/editor', 'User-Months'],
    ['Viewer licenses', 'users', 'grafana/viewer', 'User-Months'],
  ]),
  ...wanted('aws_lambda_function', [
    ['Duration (next 9B)', 'GB-seconds', 'lambda/duration/x86/tier2_6b', 'GB-Seconds'],
    ['Duration (over 15B)', 'GB-seconds', 'lambda/duration/x86/tier3_15b', 'GB-Seconds'],
    ['Duration (next 11.25B)', 'GB-seconds', 'lambda/duration/arm/tier2_7500m', 'GB-Seconds'],
    ['Duration (over 18.75B)', 'GB-seconds', 'lambda/duration/arm/tier3_18750m', 'GB-Seconds'],
  ]),
  ...wanted('aws_lambda_provisioned_concurrency_config', [
    ['Provisioned Concurrency', 'GB-seconds', 'lambda/provisioned_concurrency/arm', 'GB-Seconds'],
    ['Duration', 'GB-seconds', 'lambda/provisioned_duration/arm', 'GB-Seconds'],
  ]),
  ...wanted('aws_mq_broker', [
    [
      'Instance usage (ActiveMQ, mq.t2.micro, single_instance)',
      'hours',
      'mq/activemq/mq.t2.micro/single_instance',
      'Hours',
    ],
    [
      'Instance usage (ActiveMQ, mq.m5.large, active_standby_multi_az)',
      'hours',
      'mq/activemq/mq.m5.large/active_standby_multi_az',
      'Hours',
    ],
    [
      'Instance usage (RabbitMQ, mq.m5.xlarge, single_instance)',
      'hours',
      'mq/rabbitmq/mq.m5.xlarge/single_instance',
      'Hours',
    ],
    [
      'Instance usage (RabbitMQ, mq.m5.xlarge, cluster_multi_az)',
      'hours',
      'mq/rabbitmq/mq.m5.xlarge/cluster_multi_az',
      'Hours',
    ],
    ['Storage (RabbitMQ, EBS)', 'GB', 'mq/rabbitmq/ebs/storage', 'GB-Months'],
  ]),
  ...wanted('aws_networkfirewall_firewall', [
    ['Network Firewall Endpoint', 'hours', 'networkfirewall/endpoint', 'Hours'],
    ['Data Processed', 'GB', 'networkfirewall/data', 'GB'],
  ]),
  ...wanted('aws_opensearch_domain', [
    ['Storage (gp2)', 'GB', 'opensearch/storage/gp2', 'GB-Months'],
    ['Storage (io1)', 'GB', 'opensearch/storage/io1', 'GB-Months'],
    ['Storage IOPS (io1)', 'IOPS', 'opensearch/iops/io1', 'IOPS-Months'],
  ]),
  ...wanted('aws_redshift_cluster', [
    ['Cluster usage (on-demand, ds2.8xlarge)', 'hours', 'redshift/ds2.8xlarge', 'Hours'],
    ['Managed storage (ra3.16xlarge)', 'GB', 'redshift/managed_storage', 'GB-Months'],
    ['Backup storage (first 50 TB)', 'GB', 'redshift/backup/storage', 'GB-Months'],
    ['Spectrum', 'TB', 'redshift/spectrum', 'TB'],
  ]),
  ...wanted('aws_route53_health_check', [
    ['Health check =0.5', 'months', 'route53/health_check/aws', 'Health-Check-Months'],
    ['Health check =0.75', 'months', 'route53/health_check/elsewhere', 'Health-Check-Months'],
    ['Optional features =1', 'months', 'route53/health_check/aws/feature', 'Feature-Months'],
    ['Optional features =2', 'months', 'route53/health_check/elsewhere/feature', 'Feature-Months'],
  ]),
  ...wanted('aws_route53_record', [
    ['Standard queries (first 1B)', '1M queries', 'route53/queries/standard/tier1', 'Queries', MILLION],
    ['Standard queries (over 1B)', '1M queries', 'route53/queries/standard/tier2_1b', 'Queries', MILLION],
    [
      'Latency based routing queries (first 1B)',
      '1M queries',
      'route53/queries/latency/tier1',
      'Queries',
      MILLION,
    ],
    [
      'Latency based routing queries (over 1B)',
      '1M queries',
      'route53/queries/latency/tier2_1b',
      'Queries',
      MILLION,
    ],
    ['Geo DNS queries (first 1B)', '1M queries', 'route53/queries/geo/tier1', 'Queries', MILLION],
    ['Geo DNS queries (over 1B)', '1M queries', 'route53/queries/geo/tier2_1b', 'Queries', MILLION],
  ]),
  ...wanted('aws_route53_resolver_endpoint', [
    ['Resolver endpoints', 'hours', 'resolver/endpoint', 'Hours'],
    ['DNS queries (first 1B)', '1M queries', 'resolver/queries/tier1', 'Queries', MILLION],
    ['DNS queries (over 1B)', '1M queries', 'resolver/queries/tier2_1b', 'Queries', MILLION],
  ]),
  ...wanted('aws_route53_zone', [['Hosted zone', 'months', 'route53/zone', 'Zone-Months']]),
  ...wanted('aws_s3_bucket', [
    ['Standard / PUT, COPY, POST, LIST requests', '1k requests', 's3/requests/tier1', 'Requests', THOUSAND],
    [
      'Intelligent tiering / Storage (frequent access)',
      'GB',
      's3/intelligent_tiering/frequent/storage',
      'GB-Months',
    ],
    [
      'Intelligent tiering / Storage (infrequent access)',
      'GB',
      's3/intelligent_tiering/infrequent/storage',
      'GB-Months',
    ],
    ['Glacier deep archive / Storage', 'GB', 's3/glacier_deep_archive/storage', 'GB-Months'],
  ]),
  ...wanted('aws_secretsmanager_secret', [
    ['API requests', '10k requests', 'secretsmanager/requests', 'Requests', 1e4],
  ]),
  ...wanted('aws_sfn_state_machine', [
    ['Transitions', '1K transitions', 'sfn/standard/transitions', 'Transitions', THOUSAND],
    ['Requests', '1M requests', 'sfn/express/requests', 'Requests', MILLION],
    ['Duration (first 1K)', 'GB-hours', 'sfn/express/duration/tier1', 'GB-Hours'],
    ['Duration (next 4K)', 'GB-hours', 'sfn/express/duration/tier2_1k', 'GB-Hours'],
    ['Duration (over 5K)', 'GB-hours', 'sfn/express/duration/tier3_5k', 'GB-Hours'],
  ]),
  ...wanted('aws_sns_topic', [
    ['API requests (over 1M)', '1M requests', 'sns/requests', 'Requests', MILLION],
    ['FIFO Publish API requests', '1M requests', 'sns/fifo/requests', 'Requests', MILLION],
  ]),
  ...wanted('aws_sqs_queue', [
    ['Requests =0.4', '1M requests', 'sqs/standard/requests', 'Requests', MILLION],
    ['Requests =0.5', '1M requests', 'sqs/fifo/requests', 'Requests', MILLION],
  ]),
  ...wanted('aws_ssm_activation', [
    ['On-prem managed instances (advanced)', 'hours', 'ssm/managed_instance/advanced', 'Hours'],
  ]),
  ...wanted('aws_transfer_server', [
    ['SFTP protocol enabled', 'hours', 'transfer/protocol', 'Hours'],
    ['Data downloaded', 'GB', 'transfer/data/out', 'GB'],
    ['Data uploaded', 'GB', 'transfer/data/in', 'GB'],
  ]),
  ...wanted('aws_ec2_client_vpn_network_association', [
    ['Endpoint association', 'hours', 'vpn/client/association', 'Hours'],
  ]),
  ...wanted('aws_ec2_client_vpn_endpoint', [['Connection', 'hours', 'vpn/client/connection', 'Hours']]),
  ...wanted('aws_vpn_connection', [['VPN connection', 'hours', 'vpn/connection', 'Hours']]),
  ...wanted('aws_wafv2_web_acl', [
    ['Web ACL usage', 'months', 'waf/web_acl', 'Web-ACL-Months'],
    ['Rules', 'rules', 'waf/rule', 'Rule-Months'],
    ['Requests', '1M requests', 'waf/requests', 'Requests', MILLION],
  ]),
  ...wanted(
    'aws_backup_vault',
    [
      ['EBS snapshot', 'GB', 'backup/ebs/storage', 'GB-Months'],
      ['EFS backup (warm)', 'GB', 'backup/efs/storage', 'GB-Months'],
      ['EFS backup (cold)', 'GB', 'backup/efs/cold/storage', 'GB-Months'],
      ['RDS snapshot', 'GB', 'backup/rds/storage', 'GB-Months'],
      ['Aurora snapshot', 'GB', 'backup/aurora/storage', 'GB-Months'],
      ['DynamoDB backup', 'GB', 'backup/dynamodb/storage', 'GB-Months'],
    ],
    'us-west-1',
  ),
  ...wanted(
    'aws_kinesis_firehose_delivery_stream',
    [
      ['Data ingested (first 500TB)', 'GB', 'firehose/ingest/tier1', 'GB'],
      ['Data ingested (next 1.5PB)', 'GB', 'firehose/ingest/tier2_500tb', 'GB'],
      ['Data ingested (next 3PB)', 'GB', 'firehose/ingest/tier3_2pb', 'GB'],
      ['Format conversion', 'GB', 'firehose/format_conversion', 'GB'],
      ['VPC AZ delivery', 'hours', 'firehose/vpc/hour', 'Hours'],
      ['VPC data', 'GB', 'firehose/vpc/data', 'GB'],
    ],
    'eu-west-2',
  ),
  ...wanted(
    'aws_kinesisanalyticsv2_application',
    [
      ['Processing (stream)', 'KPU', 'flink/kpu', 'KPU-Hours', 730],
      ['Running storage', 'GB', 'flink/storage', 'GB-Months'],
      ['Backup', 'GB', 'flink/backup/storage', 'GB-Months'],
    ],
    'eu-west-2',
  ),
  ...wanted(
    'aws_neptune_cluster',
    [
      ['Storage', 'GB', 'neptune/storage', 'GB-Months'],
      ['I/O requests', '1M request', 'neptune/io', 'Requests', MILLION],
      ['Backup storage', 'GB', 'neptune/backup/storage', 'GB-Months'],
    ],
    'eu-west-2',
  ),
  ...wanted(
    'aws_neptune_cluster_instance',
    [['Database instance (on-demand, db.r4.large)', 'hours', 'neptune/db.r4.large', 'Hours']],
    'eu-west-2',
  ),
]
