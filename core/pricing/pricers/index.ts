import { PLAIN_PRICERS } from '../plain-types/index.ts'
import type { Pricer } from '../pricer.ts'
import { awsAcmCertificate } from './aws-acm-certificate.ts'
import { awsApprunnerService } from './aws-apprunner-service.ts'
import { awsAutoscalingGroup } from './aws-autoscaling-group.ts'
import { awsBatchComputeEnvironment } from './aws-batch-compute-environment.ts'
import { awsBedrockCustomModel } from './aws-bedrock-custom-model.ts'
import { awsBedrockProvisionedModelThroughput } from './aws-bedrock-provisioned-model-throughput.ts'
import { awsCloudwatchDashboard } from './aws-cloudwatch-dashboard.ts'
import { awsCloudwatchMetricAlarm } from './aws-cloudwatch-metric-alarm.ts'
import { awsDbInstance } from './aws-db-instance.ts'
import { awsDynamodbTable } from './aws-dynamodb-table.ts'
import { awsEbsVolume } from './aws-ebs-volume.ts'
import { awsEc2CapacityBlockReservation } from './aws-ec2-capacity-block-reservation.ts'
import { awsEc2CapacityReservation } from './aws-ec2-capacity-reservation.ts'
import { awsEc2Fleet } from './aws-ec2-fleet.ts'
import { awsEc2Host } from './aws-ec2-host.ts'
import { awsEc2TransitGatewayVpcAttachment } from './aws-ec2-transit-gateway-vpc-attachment.ts'
import { awsEcsService } from './aws-ecs-service.ts'
import { awsEfsFileSystem } from './aws-efs-file-system.ts'
import { awsEip } from './aws-eip.ts'
import { awsEksCluster } from './aws-eks-cluster.ts'
import { awsEksNodeGroup } from './aws-eks-node-group.ts'
import { awsElasticacheCluster } from './aws-elasticache-cluster.ts'
import { awsElasticacheReplicationGroup } from './aws-elasticache-replication-group.ts'
import { awsElb } from './aws-elb.ts'
import { awsEmrCluster } from './aws-emr-cluster.ts'
import { awsEmrInstanceFleet } from './aws-emr-instance-fleet.ts'
import { awsEmrInstanceGroup } from './aws-emr-instance-group.ts'
import { awsEmrserverlessApplication } from './aws-emrserverless-application.ts'
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
import { awsSagemakerApp } from './aws-sagemaker-app.ts'
import { awsSagemakerDataQualityJobDefinition } from './aws-sagemaker-data-quality-job-definition.ts'
import { awsSagemakerEndpoint } from './aws-sagemaker-endpoint.ts'
import { awsSagemakerFeatureGroup } from './aws-sagemaker-feature-group.ts'
import { awsSagemakerHyperParameterTuningJob } from './aws-sagemaker-hyper-parameter-tuning-job.ts'
import { awsSagemakerMlflowTrackingServer } from './aws-sagemaker-mlflow-tracking-server.ts'
import { awsSagemakerMonitoringSchedule } from './aws-sagemaker-monitoring-schedule.ts'
import { awsSagemakerNotebookInstance } from './aws-sagemaker-notebook-instance.ts'
import { awsSagemakerSpace } from './aws-sagemaker-space.ts'
import { awsSagemakerTrainingJob } from './aws-sagemaker-training-job.ts'
import { awsSecretsmanagerSecret } from './aws-secretsmanager-secret.ts'
import { awsSpotFleetRequest } from './aws-spot-fleet-request.ts'
import { awsSpotInstanceRequest } from './aws-spot-instance-request.ts'
import { awsSsmParameter } from './aws-ssm-parameter.ts'
import { awsVpcEndpoint } from './aws-vpc-endpoint.ts'

/** Every pricer. A test names a file of this folder that is missing here. */
export const PRICERS: readonly Pricer[] = [
  awsAcmCertificate,
  awsApprunnerService,
  awsAutoscalingGroup,
  awsBatchComputeEnvironment,
  awsBedrockCustomModel,
  awsBedrockProvisionedModelThroughput,
  awsCloudwatchDashboard,
  awsCloudwatchMetricAlarm,
  awsDbInstance,
  awsDynamodbTable,
  awsEbsVolume,
  awsEc2CapacityBlockReservation,
  awsEc2CapacityReservation,
  awsEc2Fleet,
  awsEc2Host,
  awsEc2TransitGatewayVpcAttachment,
  awsEcsService,
  awsEfsFileSystem,
  awsEip,
  awsEksCluster,
  awsEksNodeGroup,
  awsElasticacheCluster,
  awsElasticacheReplicationGroup,
  awsElb,
  awsEmrCluster,
  awsEmrInstanceFleet,
  awsEmrInstanceGroup,
  awsEmrserverlessApplication,
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
  awsSagemakerApp,
  awsSagemakerDataQualityJobDefinition,
  awsSagemakerEndpoint,
  awsSagemakerFeatureGroup,
  awsSagemakerHyperParameterTuningJob,
  awsSagemakerMlflowTrackingServer,
  awsSagemakerMonitoringSchedule,
  awsSagemakerNotebookInstance,
  awsSagemakerSpace,
  awsSagemakerTrainingJob,
  awsSecretsmanagerSecret,
  awsSpotFleetRequest,
  awsSpotInstanceRequest,
  awsSsmParameter,
  awsVpcEndpoint,
  ...PLAIN_PRICERS,
]
