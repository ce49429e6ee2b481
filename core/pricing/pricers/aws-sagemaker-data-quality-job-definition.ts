import { block, number, string } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { sagemakerJob } from '../sagemaker.ts'

const RESOURCES = block({
  cluster_config: block({
    instance_type: string(),
    instance_count: number(1),
    volume_size_in_gb: number(),
  }),
})

// https://aws.amazon.com/sagemaker/ai/pricing/: what a schedule starts from it is charged as processing
export const awsSagemakerDataQualityJobDefinition = pricer(
  { type: 'aws_sagemaker_data_quality_job_definition', reads: { job_resources: RESOURCES } },
  function* ({ job_resources }, context) {
    const cluster = job_resources?.cluster_config
    if (cluster?.instance_type === undefined) {
      yield omitted('unknown', 'Monitoring job', '`job_resources.cluster_config.instance_type` is not set')
      return
    }
    const { instance_type, instance_count, volume_size_in_gb } = cluster
    yield* sagemakerJob(
      {
        name: 'Monitoring job',
        use: 'processing',
        instanceType: instance_type,
        count: instance_count,
        volumeSize: volume_size_in_gb,
      },
      context,
    )
  },
)
