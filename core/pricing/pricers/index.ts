import type { Pricer } from '../pricer.ts'
import { USAGE_BASED_PRICERS } from '../usage-based-types.ts'
import { awsAcmCertificate } from './aws-acm-certificate.ts'
import { awsAutoscalingGroup } from './aws-autoscaling-group.ts'
import { awsCloudwatchDashboard } from './aws-cloudwatch-dashboard.ts'
import { awsCloudwatchMetricAlarm } from './aws-cloudwatch-metric-alarm.ts'
import { awsDbInstance } from './aws-db-instance.ts'
import { awsDynamodbTable } from './aws-dynamodb-table.ts'
import { awsEbsVolume } from './aws-ebs-volume.ts'
import { awsEc2TransitGatewayVpcAttachment } from './aws-ec2-transit-gateway-vpc-attachment.ts'
import { awsEfsFileSystem } from './aws-efs-file-system.ts'
import { awsEip } from './aws-eip.ts'
import { awsEksCluster } from './aws-eks-cluster.ts'
import { awsEksNodeGroup } from './aws-eks-node-group.ts'
import { awsElasticacheCluster } from './aws-elasticache-cluster.ts'
import { awsElasticacheReplicationGroup } from './aws-elasticache-replication-group.ts'
import { awsElb } from './aws-elb.ts'
import { awsFsxLustreFileSystem } from './aws-fsx-lustre-file-system.ts'
import { awsInstance } from './aws-instance.ts'
import { awsKinesisStream } from './aws-kinesis-stream.ts'
import { awsKmsKey } from './aws-kms-key.ts'
import { awsLambdaFunction } from './aws-lambda-function.ts'
import { awsLb } from './aws-lb.ts'
import { awsMskCluster } from './aws-msk-cluster.ts'
import { awsNatGateway } from './aws-nat-gateway.ts'
import { awsOpensearchDomain } from './aws-opensearch-domain.ts'
import { awsRdsCluster } from './aws-rds-cluster.ts'
import { awsRdsClusterInstance } from './aws-rds-cluster-instance.ts'
import { awsRoute53Zone } from './aws-route53-zone.ts'
import { awsSagemakerEndpoint } from './aws-sagemaker-endpoint.ts'
import { awsSagemakerNotebookInstance } from './aws-sagemaker-notebook-instance.ts'
import { awsSecretsmanagerSecret } from './aws-secretsmanager-secret.ts'
import { awsSpotInstanceRequest } from './aws-spot-instance-request.ts'
import { awsSsmParameter } from './aws-ssm-parameter.ts'
import { awsVpcEndpoint } from './aws-vpc-endpoint.ts'

/** Every pricer. A test names a file of this folder that is missing here. */
export const PRICERS: readonly Pricer[] = [
  awsAcmCertificate,
  awsAutoscalingGroup,
  awsCloudwatchDashboard,
  awsCloudwatchMetricAlarm,
  awsDbInstance,
  awsDynamodbTable,
  awsEbsVolume,
  awsEc2TransitGatewayVpcAttachment,
  awsEfsFileSystem,
  awsEip,
  awsEksCluster,
  awsEksNodeGroup,
  awsElasticacheCluster,
  awsElasticacheReplicationGroup,
  awsElb,
  awsFsxLustreFileSystem,
  awsInstance,
  awsKinesisStream,
  awsKmsKey,
  awsLambdaFunction,
  awsLb,
  awsMskCluster,
  awsNatGateway,
  awsOpensearchDomain,
  awsRdsCluster,
  awsRdsClusterInstance,
  awsRoute53Zone,
  awsSagemakerEndpoint,
  awsSagemakerNotebookInstance,
  awsSecretsmanagerSecret,
  awsSpotInstanceRequest,
  awsSsmParameter,
  awsVpcEndpoint,
  ...USAGE_BASED_PRICERS,
]
