import { omitted } from './part.ts'
import { type Pricer, pricer } from './pricer.ts'
import { rates } from './rates.ts'

/** Types that cost only what they are used for, by what, and the SKUs whose price a reader may multiply with. */
export const USAGE_BASED: readonly (readonly [type: string, chargedBy: string, ...skus: string[]])[] = [
  ['aws_api_gateway_rest_api', 'request and cache'],
  ['aws_apigatewayv2_api', 'request and connection minute'],
  ['aws_athena_workgroup', 'what its queries scan', 'athena/query/scanned'],
  ['aws_backup_vault', 'what is stored'],
  ['aws_cloudfront_distribution', 'request and the GB delivered'],
  ['aws_cloudwatch_event_bus', 'event'],
  ['aws_cloudwatch_log_group', 'the GB ingested and stored', 'cloudwatch/logs/ingest'],
  ['aws_codebuild_project', 'build minute'],
  ['aws_cognito_user_pool', 'active user'],
  ['aws_ebs_snapshot', 'what is stored', 'ebs/snapshot/storage'],
  ['aws_ebs_snapshot_copy', 'what is stored', 'ebs/snapshot/storage'],
  ['aws_ecr_repository', 'what is stored', 'ecr/storage'],
  ['aws_ecrpublic_repository', 'what is stored'],
  ['aws_flow_log', 'the GB of logs delivered'],
  ['aws_glue_catalog_database', 'object beyond the first million', 'glue/catalog/object'],
  ['aws_glue_catalog_table', 'object beyond the first million', 'glue/catalog/object'],
  ['aws_glue_crawler', 'DPU-hour', 'glue/crawler/dpu'],
  ['aws_glue_job', 'DPU-hour', 'glue/etl/dpu'],
  ['aws_kinesis_firehose_delivery_stream', 'the GB ingested'],
  ['aws_lambda_invocation', 'request and by duration × memory'],
  ['aws_s3_bucket', 'what is stored, requested and transferred', 's3/standard/storage'],
  ['aws_s3_bucket_object', 'what is stored', 's3/standard/storage'],
  ['aws_s3_object', 'what is stored', 's3/standard/storage'],
  ['aws_sagemaker_domain', 'the apps that its users run'],
  ['aws_sagemaker_feature_group', 'what is stored, read and written'],
  ['aws_scheduler_schedule', 'invocation'],
  ['aws_sfn_state_machine', 'state transition or request'],
  ['aws_sns_topic', 'request and delivery'],
  ['aws_sqs_queue', 'request'],
]

export const USAGE_BASED_PRICERS: readonly Pricer[] = USAGE_BASED.map(([type, chargedBy, ...skus]) =>
  pricer(
    {
      type,
      reads: {},
    },
    function* (_, context) {
      yield omitted('usageBased', 'Usage', `charged by ${chargedBy}`)
      yield* rates(skus, context)
    },
  ),
)
