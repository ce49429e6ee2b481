import { block, string } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/sagemaker/ai/pricing/: its jobs are charged as processing
export const awsSagemakerMonitoringSchedule = pricer(
  {
    type: 'aws_sagemaker_monitoring_schedule',
    reads: { monitoring_schedule_config: block({ monitoring_job_definition_name: string() }) },
  },
  function* ({ monitoring_schedule_config: config }) {
    const name = config?.monitoring_job_definition_name
    const definition = name === undefined ? 'its job definition' : `job definition "${name}"`
    yield omitted('usageBased', 'Monitoring jobs', `charged by hour and instance, with ${definition}`)
  },
)
