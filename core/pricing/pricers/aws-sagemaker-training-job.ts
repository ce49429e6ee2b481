import { block, bool, number, string } from '../../domain/reads.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { sagemakerJob } from '../sagemaker.ts'

// https://aws.amazon.com/sagemaker/ai/pricing/
export const awsSagemakerTrainingJob = pricer(
  {
    type: 'aws_sagemaker_training_job',
    reads: {
      enable_managed_spot_training: bool(false),
      resource_config: block({
        instance_type: string(),
        instance_count: number(1),
        volume_size_in_gb: number(),
        training_plan_arn: string(),
      }),
    },
  },
  function* ({ enable_managed_spot_training, resource_config: config }, context) {
    if (config?.instance_type === undefined) {
      yield omitted('unknown', 'Training', '`resource_config.instance_type` is not set')
      return
    }
    if (config.training_plan_arn !== undefined) {
      yield omitted('unpriced', 'Training', 'it runs on the reserved capacity of a training plan')
      return
    }
    if (enable_managed_spot_training)
      yield assumption('managed spot training, which may cost up to 90 % less, is counted at the full price')
    const { instance_type, instance_count, volume_size_in_gb } = config
    yield* sagemakerJob(
      {
        name: 'Training',
        use: 'training',
        instanceType: instance_type,
        count: instance_count,
        volumeSize: volume_size_in_gb,
      },
      context,
    )
  },
)
