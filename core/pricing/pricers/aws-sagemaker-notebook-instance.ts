import { maybe, number, string } from '../../domain/reads.ts'
import { extra, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { SAGEMAKER, sagemakerStorage } from '../sagemaker.ts'

const DEFAULT_VOLUME_GIB = 5

// https://aws.amazon.com/sagemaker/ai/pricing/
export const awsSagemakerNotebookInstance = pricer(
  {
    type: 'aws_sagemaker_notebook_instance',
    reads: { instance_type: string(), volume_size: maybe(number(DEFAULT_VOLUME_GIB)) },
  },
  function* ({ instance_type, volume_size: size }) {
    if (instance_type === undefined) {
      yield omitted('unknown', 'Notebook', '`instance_type` is not set')
      return
    }
    yield hourly({
      description: `Notebook (${instance_type})`,
      serviceName: SAGEMAKER,
      sku: `sagemaker/${instance_type}/notebook_instance`,
    })
    if (size.kind === 'unknown') yield extra(omitted('unknown', 'Storage', size.because))
    else yield extra(sagemakerStorage(`${size.value} GiB storage`, 'notebook_instance', size.value))
  },
)
