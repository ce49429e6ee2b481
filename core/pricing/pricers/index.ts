import { PLAIN_PRICERS } from '../plain-types/index.ts'
import type { Pricer } from '../pricer.ts'
import { awsAcmCertificate } from './aws-acm-certificate.ts'
import { awsAcmpcaCertificateAuthority } from './aws-acmpca-certificate-authority.ts'
import { awsAmi } from './aws-ami.ts'
import { awsApiGatewayRestApi } from './aws-api-gateway-rest-api.ts'
import { awsApiGatewayStage } from './aws-api-gateway-stage.ts'
import { awsApigatewayv2Api } from './aws-apigatewayv2-api.ts'
import { awsApprunnerService } from './aws-apprunner-service.ts'
import { awsAthenaCapacityReservation } from './aws-athena-capacity-reservation.ts'
import { awsAutoscalingGroup } from './aws-autoscaling-group.ts'
import { awsBatchComputeEnvironment } from './aws-batch-compute-environment.ts'
import { awsBedrockCustomModel } from './aws-bedrock-custom-model.ts'
import { awsBedrockProvisionedModelThroughput } from './aws-bedrock-provisioned-model-throughput.ts'
import { awsCloudfrontDistribution } from './aws-cloudfront-distribution.ts'
import { awsCloudwatchDashboard } from './aws-cloudwatch-dashboard.ts'
import { awsCloudwatchMetricAlarm } from './aws-cloudwatch-metric-alarm.ts'
import { awsCodebuildProject } from './aws-codebuild-project.ts'
import { awsDaxCluster } from './aws-dax-cluster.ts'
import { awsDbInstance } from './aws-db-instance.ts'
import { awsDbProxy } from './aws-db-proxy.ts'
import { awsDirectoryServiceDirectory } from './aws-directory-service-directory.ts'
import { awsDmsReplicationConfig } from './aws-dms-replication-config.ts'
import { awsDmsReplicationInstance } from './aws-dms-replication-instance.ts'
import { awsDocdbClusterInstance } from './aws-docdb-cluster-instance.ts'
import { awsDocdbelasticCluster } from './aws-docdbelastic-cluster.ts'
import { awsDxConnection } from './aws-dx-connection.ts'
import { awsDynamodbTable } from './aws-dynamodb-table.ts'
import { awsEbsFastSnapshotRestore } from './aws-ebs-fast-snapshot-restore.ts'
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
import { awsElasticacheServerlessCache } from './aws-elasticache-serverless-cache.ts'
import { awsElasticsearchDomain } from './aws-elasticsearch-domain.ts'
import { awsElb } from './aws-elb.ts'
import { awsEmrCluster } from './aws-emr-cluster.ts'
import { awsEmrInstanceFleet } from './aws-emr-instance-fleet.ts'
import { awsEmrInstanceGroup } from './aws-emr-instance-group.ts'
import { awsEmrserverlessApplication } from './aws-emrserverless-application.ts'
import { awsFsxLustreFileSystem } from './aws-fsx-lustre-file-system.ts'
import { awsFsxOntapFileSystem } from './aws-fsx-ontap-file-system.ts'
import { awsFsxOpenzfsFileSystem } from './aws-fsx-openzfs-file-system.ts'
import { awsFsxWindowsFileSystem } from './aws-fsx-windows-file-system.ts'
import { awsGlueDevEndpoint } from './aws-glue-dev-endpoint.ts'
import { awsGlueJob } from './aws-glue-job.ts'
import { awsGlueMlTransform } from './aws-glue-ml-transform.ts'
import { awsInstance } from './aws-instance.ts'
import { awsKinesisFirehoseDeliveryStream } from './aws-kinesis-firehose-delivery-stream.ts'
import { awsKinesisStream } from './aws-kinesis-stream.ts'
import { awsKinesisanalyticsv2Application } from './aws-kinesisanalyticsv2-application.ts'
import { awsKmsKey } from './aws-kms-key.ts'
import { awsLambdaFunction } from './aws-lambda-function.ts'
import { awsLambdaProvisionedConcurrencyConfig } from './aws-lambda-provisioned-concurrency-config.ts'
import { awsLb } from './aws-lb.ts'
import { awsLightsailContainerService } from './aws-lightsail-container-service.ts'
import { awsLightsailDatabase } from './aws-lightsail-database.ts'
import { awsLightsailDisk } from './aws-lightsail-disk.ts'
import { awsLightsailInstance } from './aws-lightsail-instance.ts'
import { awsMemorydbCluster } from './aws-memorydb-cluster.ts'
import { awsMqBroker } from './aws-mq-broker.ts'
import { awsMskCluster } from './aws-msk-cluster.ts'
import { awsMskconnectConnector } from './aws-mskconnect-connector.ts'
import { awsMwaaEnvironment } from './aws-mwaa-environment.ts'
import { awsNatGateway } from './aws-nat-gateway.ts'
import { awsNeptuneClusterInstance } from './aws-neptune-cluster-instance.ts'
import { awsNeptunegraphGraph } from './aws-neptunegraph-graph.ts'
import { awsNetworkfirewallFirewall } from './aws-networkfirewall-firewall.ts'
import { awsOpensearchDomain } from './aws-opensearch-domain.ts'
import { awsOpensearchserverlessCollection } from './aws-opensearchserverless-collection.ts'
import { awsRdsCluster } from './aws-rds-cluster.ts'
import { awsRdsClusterInstance } from './aws-rds-cluster-instance.ts'
import { awsRedshiftCluster } from './aws-redshift-cluster.ts'
import { awsRedshiftserverlessWorkgroup } from './aws-redshiftserverless-workgroup.ts'
import { awsRoute53HealthCheck } from './aws-route53-health-check.ts'
import { awsRoute53ResolverEndpoint } from './aws-route53-resolver-endpoint.ts'
import { awsRoute53Zone } from './aws-route53-zone.ts'
import { awsS3Bucket } from './aws-s3-bucket.ts'
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
import { awsSfnStateMachine } from './aws-sfn-state-machine.ts'
import { awsSnsTopic } from './aws-sns-topic.ts'
import { awsSpotFleetRequest } from './aws-spot-fleet-request.ts'
import { awsSpotInstanceRequest } from './aws-spot-instance-request.ts'
import { awsSqsQueue } from './aws-sqs-queue.ts'
import { awsSsmParameter } from './aws-ssm-parameter.ts'
import { awsTimestreaminfluxdbDbInstance } from './aws-timestreaminfluxdb-db-instance.ts'
import { awsTransferServer } from './aws-transfer-server.ts'
import { awsVpcEndpoint } from './aws-vpc-endpoint.ts'
import { awsVpnConnection } from './aws-vpn-connection.ts'
import { awsWafWebAcl } from './aws-waf-web-acl.ts'
import { awsWafv2WebAcl } from './aws-wafv2-web-acl.ts'
import { awsWorkspacesWorkspace } from './aws-workspaces-workspace.ts'
import { azurermKubernetesClusterNodePool } from './azurerm-kubernetes-cluster-node-pool.ts'
import { googleComputeDisk } from './google-compute-disk.ts'
import { googleComputeInstance } from './google-compute-instance.ts'
import { googleComputeInstanceFromTemplate } from './google-compute-instance-from-template.ts'
import { googleComputeInstanceGroupManager } from './google-compute-instance-group-manager.ts'
import { googleComputeRegionDisk } from './google-compute-region-disk.ts'
import { googleContainerNodePool } from './google-container-node-pool.ts'

/** Every pricer. A test names a file of this folder that is missing here. */
export const PRICERS: readonly Pricer[] = [
  awsAcmCertificate,
  awsAcmpcaCertificateAuthority,
  awsAmi,
  awsApiGatewayRestApi,
  awsApiGatewayStage,
  awsApigatewayv2Api,
  awsApprunnerService,
  awsAthenaCapacityReservation,
  awsAutoscalingGroup,
  awsBatchComputeEnvironment,
  awsBedrockCustomModel,
  awsBedrockProvisionedModelThroughput,
  awsCloudfrontDistribution,
  awsCloudwatchDashboard,
  awsCloudwatchMetricAlarm,
  awsCodebuildProject,
  awsDaxCluster,
  awsDbInstance,
  awsDbProxy,
  awsDirectoryServiceDirectory,
  awsDmsReplicationConfig,
  awsDmsReplicationInstance,
  awsDocdbClusterInstance,
  awsDocdbelasticCluster,
  awsDxConnection,
  awsDynamodbTable,
  awsEbsFastSnapshotRestore,
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
  awsElasticacheServerlessCache,
  awsElasticsearchDomain,
  awsElb,
  awsEmrCluster,
  awsEmrInstanceFleet,
  awsEmrInstanceGroup,
  awsEmrserverlessApplication,
  awsFsxLustreFileSystem,
  awsFsxOntapFileSystem,
  awsFsxOpenzfsFileSystem,
  awsFsxWindowsFileSystem,
  awsGlueDevEndpoint,
  awsGlueJob,
  awsGlueMlTransform,
  awsInstance,
  awsKinesisFirehoseDeliveryStream,
  awsKinesisStream,
  awsKinesisanalyticsv2Application,
  awsKmsKey,
  awsLambdaFunction,
  awsLambdaProvisionedConcurrencyConfig,
  awsLb,
  awsLightsailContainerService,
  awsLightsailDatabase,
  awsLightsailDisk,
  awsLightsailInstance,
  awsMemorydbCluster,
  awsMqBroker,
  awsMskCluster,
  awsMskconnectConnector,
  awsMwaaEnvironment,
  awsNatGateway,
  awsNeptuneClusterInstance,
  awsNeptunegraphGraph,
  awsNetworkfirewallFirewall,
  awsOpensearchDomain,
  awsOpensearchserverlessCollection,
  awsRdsCluster,
  awsRdsClusterInstance,
  awsRedshiftCluster,
  awsRedshiftserverlessWorkgroup,
  awsRoute53HealthCheck,
  awsRoute53ResolverEndpoint,
  awsRoute53Zone,
  awsS3Bucket,
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
  awsSfnStateMachine,
  awsSnsTopic,
  awsSpotFleetRequest,
  awsSpotInstanceRequest,
  awsSqsQueue,
  awsSsmParameter,
  awsTimestreaminfluxdbDbInstance,
  awsTransferServer,
  awsVpcEndpoint,
  awsVpnConnection,
  awsWafWebAcl,
  awsWafv2WebAcl,
  awsWorkspacesWorkspace,
  ...PLAIN_PRICERS,
  azurermKubernetesClusterNodePool,
  googleComputeDisk,
  googleComputeInstance,
  googleComputeInstanceFromTemplate,
  googleComputeInstanceGroupManager,
  googleComputeRegionDisk,
  googleContainerNodePool,
]
