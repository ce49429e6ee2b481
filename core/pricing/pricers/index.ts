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
import { awsccSagemakerCluster } from './awscc-sagemaker-cluster.ts'
import { awsccSagemakerProcessingJob } from './awscc-sagemaker-processing-job.ts'
import { azurermApiManagement } from './azurerm-api-management.ts'
import { azurermAppConfiguration } from './azurerm-app-configuration.ts'
import { azurermAppServicePlan } from './azurerm-app-service-plan.ts'
import { azurermApplicationGateway } from './azurerm-application-gateway.ts'
import { azurermBastionHost } from './azurerm-bastion-host.ts'
import { azurermBatchPool } from './azurerm-batch-pool.ts'
import { azurermCognitiveAccount } from './azurerm-cognitive-account.ts'
import { azurermCognitiveDeployment } from './azurerm-cognitive-deployment.ts'
import { azurermContainerApp } from './azurerm-container-app.ts'
import { azurermContainerAppEnvironment } from './azurerm-container-app-environment.ts'
import { azurermContainerRegistry } from './azurerm-container-registry.ts'
import { azurermCosmosdbMongoCollection } from './azurerm-cosmosdb-mongo-collection.ts'
import { azurermCosmosdbMongoDatabase } from './azurerm-cosmosdb-mongo-database.ts'
import { azurermCosmosdbSqlContainer } from './azurerm-cosmosdb-sql-container.ts'
import { azurermCosmosdbSqlDatabase } from './azurerm-cosmosdb-sql-database.ts'
import { azurermDataFactoryIntegrationRuntimeAzure } from './azurerm-data-factory-integration-runtime-azure.ts'
import { azurermEventhub } from './azurerm-eventhub.ts'
import { azurermEventhubNamespace } from './azurerm-eventhub-namespace.ts'
import { azurermFirewall } from './azurerm-firewall.ts'
import { azurermFirewallPolicy } from './azurerm-firewall-policy.ts'
import { azurermIothub } from './azurerm-iothub.ts'
import { azurermKeyVaultKey } from './azurerm-key-vault-key.ts'
import { azurermKubernetesCluster } from './azurerm-kubernetes-cluster.ts'
import { azurermKubernetesClusterNodePool } from './azurerm-kubernetes-cluster-node-pool.ts'
import { azurermLb } from './azurerm-lb.ts'
import { azurermLbRule } from './azurerm-lb-rule.ts'
import { azurermLinuxFunctionApp } from './azurerm-linux-function-app.ts'
import { azurermLinuxVirtualMachine } from './azurerm-linux-virtual-machine.ts'
import { azurermLinuxVirtualMachineScaleSet } from './azurerm-linux-virtual-machine-scale-set.ts'
import { azurermLogAnalyticsSolution } from './azurerm-log-analytics-solution.ts'
import { azurermLogAnalyticsWorkspace } from './azurerm-log-analytics-workspace.ts'
import { azurermMachineLearningComputeCluster } from './azurerm-machine-learning-compute-cluster.ts'
import { azurermMachineLearningComputeInstance } from './azurerm-machine-learning-compute-instance.ts'
import { azurermManagedDisk } from './azurerm-managed-disk.ts'
import { azurermMssqlDatabase } from './azurerm-mssql-database.ts'
import { azurermMssqlElasticpool } from './azurerm-mssql-elasticpool.ts'
import { azurermMssqlManagedInstance } from './azurerm-mssql-managed-instance.ts'
import { azurermMysqlFlexibleServer } from './azurerm-mysql-flexible-server.ts'
import { azurermOrchestratedVirtualMachineScaleSet } from './azurerm-orchestrated-virtual-machine-scale-set.ts'
import { azurermPostgresqlFlexibleServer } from './azurerm-postgresql-flexible-server.ts'
import { azurermPublicIp } from './azurerm-public-ip.ts'
import { azurermRedisCache } from './azurerm-redis-cache.ts'
import { azurermSearchService } from './azurerm-search-service.ts'
import { azurermServicePlan } from './azurerm-service-plan.ts'
import { azurermServicebusNamespace } from './azurerm-servicebus-namespace.ts'
import { azurermStaticWebApp } from './azurerm-static-web-app.ts'
import { azurermStorageAccount } from './azurerm-storage-account.ts'
import { azurermStorageShare } from './azurerm-storage-share.ts'
import { azurermSynapseSparkPool } from './azurerm-synapse-spark-pool.ts'
import { azurermSynapseSqlPool } from './azurerm-synapse-sql-pool.ts'
import { azurermVirtualMachine } from './azurerm-virtual-machine.ts'
import { azurermVirtualMachineScaleSet } from './azurerm-virtual-machine-scale-set.ts'
import { azurermVirtualNetworkGateway } from './azurerm-virtual-network-gateway.ts'
import { azurermWindowsFunctionApp } from './azurerm-windows-function-app.ts'
import { azurermWindowsVirtualMachine } from './azurerm-windows-virtual-machine.ts'
import { azurermWindowsVirtualMachineScaleSet } from './azurerm-windows-virtual-machine-scale-set.ts'
import { databricksCluster } from './databricks-cluster.ts'
import { databricksInstancePool } from './databricks-instance-pool.ts'
import { databricksJob } from './databricks-job.ts'
import { databricksSqlEndpoint } from './databricks-sql-endpoint.ts'
import { googleBigqueryDataset } from './google-bigquery-dataset.ts'
import { googleBigqueryReservation } from './google-bigquery-reservation.ts'
import { googleBigqueryTable } from './google-bigquery-table.ts'
import { googleBigtableInstance } from './google-bigtable-instance.ts'
import { googleComposerEnvironment } from './google-composer-environment.ts'
import { googleComputeAddress } from './google-compute-address.ts'
import { googleComputeDisk } from './google-compute-disk.ts'
import { googleComputeGlobalAddress } from './google-compute-global-address.ts'
import { googleComputeInstance } from './google-compute-instance.ts'
import { googleComputeInstanceFromTemplate } from './google-compute-instance-from-template.ts'
import { googleComputeInstanceGroupManager } from './google-compute-instance-group-manager.ts'
import { googleComputeRegionDisk } from './google-compute-region-disk.ts'
import { googleComputeReservation } from './google-compute-reservation.ts'
import { googleComputeRouterNat } from './google-compute-router-nat.ts'
import { googleContainerCluster } from './google-container-cluster.ts'
import { googleContainerNodePool } from './google-container-node-pool.ts'
import { googleDataflowJob } from './google-dataflow-job.ts'
import { googleDataprocCluster } from './google-dataproc-cluster.ts'
import { googleFilestoreInstance } from './google-filestore-instance.ts'
import { googleKmsCryptoKey } from './google-kms-crypto-key.ts'
import { googleNotebooksInstance } from './google-notebooks-instance.ts'
import { googleRedisCluster } from './google-redis-cluster.ts'
import { googleRedisInstance } from './google-redis-instance.ts'
import { googleSpannerInstance } from './google-spanner-instance.ts'
import { googleSqlDatabaseInstance } from './google-sql-database-instance.ts'
import { googleStorageBucket } from './google-storage-bucket.ts'
import { googleTpuV2QueuedResource } from './google-tpu-v2-queued-resource.ts'
import { googleTpuV2Vm } from './google-tpu-v2-vm.ts'
import { googleVertexAiDeploymentResourcePool } from './google-vertex-ai-deployment-resource-pool.ts'
import { googleVertexAiEndpoint } from './google-vertex-ai-endpoint.ts'
import { googleVertexAiEndpointWithModelGardenDeployment } from './google-vertex-ai-endpoint-with-model-garden-deployment.ts'
import { googleVertexAiFeatureOnlineStore } from './google-vertex-ai-feature-online-store.ts'
import { googleVertexAiFeaturestore } from './google-vertex-ai-featurestore.ts'
import { googleVertexAiIndexEndpointDeployedIndex } from './google-vertex-ai-index-endpoint-deployed-index.ts'
import { googleWorkbenchInstance } from './google-workbench-instance.ts'

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
  awsccSagemakerCluster,
  awsccSagemakerProcessingJob,
  azurermApiManagement,
  azurermAppConfiguration,
  azurermAppServicePlan,
  azurermApplicationGateway,
  azurermBastionHost,
  azurermCognitiveDeployment,
  azurermContainerApp,
  azurermContainerRegistry,
  azurermCosmosdbMongoCollection,
  azurermCosmosdbMongoDatabase,
  azurermCosmosdbSqlContainer,
  azurermCosmosdbSqlDatabase,
  azurermDataFactoryIntegrationRuntimeAzure,
  azurermEventhubNamespace,
  azurermFirewall,
  azurermKeyVaultKey,
  azurermKubernetesCluster,
  azurermLb,
  azurermLbRule,
  azurermLinuxFunctionApp,
  azurermLinuxVirtualMachine,
  azurermLinuxVirtualMachineScaleSet,
  azurermLogAnalyticsWorkspace,
  azurermMachineLearningComputeCluster,
  azurermMachineLearningComputeInstance,
  azurermManagedDisk,
  azurermMssqlDatabase,
  azurermMssqlElasticpool,
  azurermMssqlManagedInstance,
  azurermMysqlFlexibleServer,
  azurermOrchestratedVirtualMachineScaleSet,
  azurermPostgresqlFlexibleServer,
  azurermPublicIp,
  azurermRedisCache,
  azurermSearchService,
  azurermServicePlan,
  azurermServicebusNamespace,
  azurermStaticWebApp,
  azurermStorageAccount,
  azurermStorageShare,
  azurermSynapseSparkPool,
  azurermSynapseSqlPool,
  azurermVirtualMachine,
  azurermVirtualNetworkGateway,
  azurermWindowsFunctionApp,
  azurermWindowsVirtualMachine,
  azurermWindowsVirtualMachineScaleSet,
  azurermEventhub,
  azurermCognitiveAccount,
  azurermContainerAppEnvironment,
  azurermBatchPool,
  azurermFirewallPolicy,
  azurermLogAnalyticsSolution,
  azurermVirtualMachineScaleSet,
  azurermIothub,
  azurermKubernetesClusterNodePool,
  googleBigqueryDataset,
  googleBigqueryReservation,
  googleBigqueryTable,
  googleBigtableInstance,
  googleComposerEnvironment,
  googleComputeAddress,
  googleComputeDisk,
  googleComputeGlobalAddress,
  googleComputeInstance,
  googleComputeInstanceFromTemplate,
  googleComputeInstanceGroupManager,
  googleComputeRegionDisk,
  databricksCluster,
  databricksInstancePool,
  databricksJob,
  databricksSqlEndpoint,
  googleComputeReservation,
  googleComputeRouterNat,
  googleContainerCluster,
  googleContainerNodePool,
  googleDataflowJob,
  googleDataprocCluster,
  googleFilestoreInstance,
  googleKmsCryptoKey,
  googleNotebooksInstance,
  googleRedisCluster,
  googleRedisInstance,
  googleSpannerInstance,
  googleSqlDatabaseInstance,
  googleStorageBucket,
  googleTpuV2QueuedResource,
  googleTpuV2Vm,
  googleVertexAiDeploymentResourcePool,
  googleVertexAiEndpoint,
  googleVertexAiEndpointWithModelGardenDeployment,
  googleVertexAiFeatureOnlineStore,
  googleVertexAiFeaturestore,
  googleVertexAiIndexEndpointDeployedIndex,
  googleWorkbenchInstance,
]
