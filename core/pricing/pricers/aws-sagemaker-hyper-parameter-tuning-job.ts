import { block, number, string } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { sagemakerJob } from '../sagemaker.ts'

const RESOURCES = { instance_type: string(), instance_count: number(1), volume_size_in_gb: number() }

// https://aws.amazon.com/sagemaker/ai/pricing/: each training job it starts is charged
export const awsSagemakerHyperParameterTuningJob = pricer(
  {
    type: 'aws_sagemaker_hyper_parameter_tuning_job',
    reads: {
      training_job_definition: block({
        resource_config: block(RESOURCES),
        hyper_parameter_tuning_resource_config: block(RESOURCES),
      }),
    },
  },
  function* ({ training_job_definition: definition }, context) {
    const resources = definition?.hyper_parameter_tuning_resource_config ?? definition?.resource_config
    if (resources?.instance_type === undefined) {
      yield omitted('unknown', 'Training', 'the instance type of its `training_job_definition` is not set')
      return
    }
    const { instance_type, instance_count, volume_size_in_gb } = resources
    yield* sagemakerJob(
      {
        name: 'Training jobs',
        use: 'training',
        instanceType: instance_type,
        count: instance_count,
        volumeSize: volume_size_in_gb,
      },
      context,
    )
  },
)
