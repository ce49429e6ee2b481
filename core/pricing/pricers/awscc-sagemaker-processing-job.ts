import { block, number, string } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { sagemakerJob } from '../sagemaker.ts'

// hashicorp/aws has no resource for it. https://aws.amazon.com/sagemaker/ai/pricing/
export const awsccSagemakerProcessingJob = pricer(
  {
    type: 'awscc_sagemaker_processing_job',
    reads: {
      processing_resources: block({
        cluster_config: block({
          instance_type: string(),
          instance_count: number(1),
          volume_size_in_gb: number(),
        }),
      }),
    },
  },
  function* ({ processing_resources }, context) {
    const cluster = processing_resources?.cluster_config
    if (cluster?.instance_type === undefined) {
      yield omitted('unknown', 'Processing', '`processing_resources.cluster_config.instance_type` is not set')
      return
    }
    const { instance_type, instance_count, volume_size_in_gb } = cluster
    yield* sagemakerJob(
      {
        name: 'Processing',
        use: 'processing',
        instanceType: instance_type,
        count: instance_count,
        volumeSize: volume_size_in_gb,
      },
      context,
    )
  },
)
