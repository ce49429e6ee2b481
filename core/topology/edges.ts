import { AZURERM_EDGES } from './edges-azurerm.ts'
import { GOOGLE_EDGES } from './edges-google.ts'
import type { EdgeKind } from './resource-graph.ts'

/** Which attribute of a resource type says what the resource points at. */
export interface EdgeRule {
  /** `azurerm_*` is every type of that provider. */
  readonly from: string
  readonly edge: EdgeKind
  readonly to: readonly string[]
  /** Through nested blocks by name, tried in order: `launch_template.id`. The first that is set decides. */
  readonly paths: readonly string[]
  /** The target's attributes that the value may be. */
  readonly identifiedBy: readonly string[]
  /** Where the value holds more than the target's name: the name is its first group. */
  readonly within?: RegExp
}

/** A resource that exists to join two others: source ← `fromPath` – joint – `toPath` → target. */
export interface JoinRule {
  readonly via: string
  readonly edge: EdgeKind
  readonly from: readonly string[]
  readonly fromPath: string
  readonly to: readonly string[]
  readonly toPath: string
  readonly identifiedBy: readonly string[]
}

const LAUNCH_TEMPLATE = ['launch_template.id', 'launch_template.launch_template_id', 'launch_template.name']
const launches = {
  edge: 'launches',
  to: ['aws_launch_template'],
  identifiedBy: ['id', 'name', 'arn'],
} as const

export const EDGES: readonly EdgeRule[] = [
  { ...launches, from: 'aws_instance', paths: LAUNCH_TEMPLATE },
  { ...launches, from: 'aws_spot_instance_request', paths: LAUNCH_TEMPLATE },
  { ...launches, from: 'aws_eks_node_group', paths: LAUNCH_TEMPLATE },
  {
    from: 'aws_autoscaling_group',
    edge: 'launches',
    to: ['aws_launch_template', 'aws_launch_configuration'],
    paths: [
      ...LAUNCH_TEMPLATE,
      'mixed_instances_policy.launch_template.launch_template_specification.launch_template_id',
      'mixed_instances_policy.launch_template.launch_template_specification.launch_template_name',
      'launch_configuration',
    ],
    identifiedBy: ['id', 'name', 'arn'],
  },
  {
    from: 'aws_sagemaker_endpoint',
    edge: 'configuredBy',
    to: ['aws_sagemaker_endpoint_configuration'],
    paths: ['endpoint_config_name'],
    identifiedBy: ['name', 'id'],
  },
  {
    from: 'aws_eks_node_group',
    edge: 'runsOn',
    to: ['aws_eks_cluster'],
    paths: ['cluster_name'],
    identifiedBy: ['name', 'id'],
  },
  {
    from: 'karpenter.sh/NodePool',
    edge: 'taggedBy',
    to: ['karpenter.k8s.aws/EC2NodeClass'],
    paths: ['spec.template.spec.nodeClassRef.name'],
    identifiedBy: ['metadata.name'],
  },
  {
    from: 'google_container_node_pool',
    edge: 'runsOn',
    to: ['google_container_cluster'],
    paths: ['cluster'],
    identifiedBy: ['name', 'id', 'self_link'],
  },
  {
    from: 'aws_eks_fargate_profile',
    edge: 'runsOn',
    to: ['aws_eks_cluster'],
    paths: ['cluster_name'],
    identifiedBy: ['name', 'id'],
  },
  {
    from: 'aws_ecs_service',
    edge: 'configuredBy',
    to: ['aws_ecs_task_definition'],
    paths: ['task_definition'],
    identifiedBy: ['arn', 'arn_without_revision', 'id', 'family'],
  },
  {
    from: 'aws_appautoscaling_target',
    edge: 'scales',
    to: [
      'aws_sagemaker_endpoint',
      'aws_ecs_service',
      'aws_dynamodb_table',
      'aws_rds_cluster',
      'aws_msk_cluster',
    ],
    paths: ['resource_id'],
    identifiedBy: ['name', 'id', 'cluster_identifier', 'arn'],
    // `endpoint/llama/variant/blue`, `service/cluster/name`, `table/features`, `cluster:aurora`
    within: /^(?:endpoint\/|table\/|service\/[^/]+\/|cluster:)([^/]+)/,
  },
  {
    from: 'aws_lambda_provisioned_concurrency_config',
    edge: 'configuredBy',
    to: ['aws_lambda_function'],
    paths: ['function_name'],
    identifiedBy: ['function_name', 'id', 'arn'],
  },
  {
    from: 'aws_spot_fleet_request',
    edge: 'launches',
    to: ['aws_launch_template'],
    paths: [
      'launch_template_config.launch_template_specification.id',
      'launch_template_config.launch_template_specification.name',
    ],
    identifiedBy: ['id', 'name'],
  },
  {
    from: 'aws_ec2_fleet',
    edge: 'launches',
    to: ['aws_launch_template'],
    paths: [
      'launch_template_config.launch_template_specification.launch_template_id',
      'launch_template_config.launch_template_specification.launch_template_name',
    ],
    identifiedBy: ['id', 'name'],
  },
  {
    from: 'aws_rds_cluster_instance',
    edge: 'runsOn',
    to: ['aws_rds_cluster'],
    paths: ['cluster_identifier'],
    identifiedBy: ['cluster_identifier', 'id'],
  },
  {
    from: 'aws_db_instance',
    edge: 'configuredBy',
    to: ['aws_db_instance'],
    paths: ['replicate_source_db'],
    identifiedBy: ['identifier', 'id', 'arn'],
  },
  {
    from: 'aws_elasticache_cluster',
    edge: 'configuredBy',
    to: ['aws_elasticache_replication_group'],
    paths: ['replication_group_id'],
    identifiedBy: ['replication_group_id', 'id'],
  },
  {
    from: 'aws_emr_instance_group',
    edge: 'runsOn',
    to: ['aws_emr_cluster'],
    paths: ['cluster_id'],
    identifiedBy: ['id'],
  },
  {
    from: 'aws_emr_instance_fleet',
    edge: 'runsOn',
    to: ['aws_emr_cluster'],
    paths: ['cluster_id'],
    identifiedBy: ['id'],
  },
  {
    from: 'aws_autoscaling_group_tag',
    edge: 'tags',
    to: ['aws_autoscaling_group', 'aws_eks_node_group'],
    paths: ['autoscaling_group_name'],
    identifiedBy: ['name', 'id', 'resources'],
  },
  {
    from: 'aws_ec2_tag',
    edge: 'tags',
    to: ['aws_spot_instance_request'],
    paths: ['resource_id'],
    identifiedBy: ['spot_instance_id'],
  },
  ...AZURERM_EDGES,
  ...GOOGLE_EDGES,
  {
    from: 'aws_eip',
    edge: 'attachedTo',
    to: ['aws_instance'],
    paths: ['instance'],
    identifiedBy: ['id'],
  },
]

export const JOINS: readonly JoinRule[] = [
  {
    via: 'aws_volume_attachment',
    edge: 'attachedTo',
    from: ['aws_ebs_volume'],
    fromPath: 'volume_id',
    to: ['aws_instance', 'aws_spot_instance_request'],
    toPath: 'instance_id',
    identifiedBy: ['id', 'spot_instance_id'],
  },
]
