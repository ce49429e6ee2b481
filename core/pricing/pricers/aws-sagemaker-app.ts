import { block, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { SAGEMAKER } from '../sagemaker.ts'

/** What AWS starts an app on where nothing is said. */
const DEFAULT_INSTANCE_TYPE = 'ml.t3.medium'

// https://aws.amazon.com/sagemaker/ai/pricing/: an app is charged for the instance it runs on
export const awsSagemakerApp = pricer(
  {
    type: 'aws_sagemaker_app',
    reads: { app_type: string(''), resource_spec: block({ instance_type: string() }) },
  },
  function* ({ app_type, resource_spec }) {
    const instanceType = resource_spec?.instance_type
    // The server of Studio Classic runs on an instance of AWS's own.
    if (instanceType === 'system' || (app_type === 'JupyterServer' && instanceType === undefined)) return
    if (app_type === 'Canvas') {
      yield omitted('usageBased', 'Canvas', 'charged by the hour of a session')
      return
    }
    const type = instanceType ?? DEFAULT_INSTANCE_TYPE
    yield hourly({
      description: `${app_type} (${type})`,
      serviceName: SAGEMAKER,
      sku: `sagemaker/${type}/${app_type === 'JupyterLab' ? 'studio_jupyterlab' : 'studio_notebook'}`,
    })
  },
)
