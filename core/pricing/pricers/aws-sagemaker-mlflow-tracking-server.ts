import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'
import { SAGEMAKER } from '../sagemaker.ts'

// https://aws.amazon.com/sagemaker/ai/pricing/
export const awsSagemakerMlflowTrackingServer = pricer(
  { type: 'aws_sagemaker_mlflow_tracking_server', reads: { tracking_server_size: string('Small') } },
  function* ({ tracking_server_size: size }, context) {
    yield hourly({
      description: `Tracking server (${size})`,
      serviceName: SAGEMAKER,
      sku: `sagemaker/mlflow/${size.toLowerCase()}`,
    })
    yield* extras(
      byUse(
        {
          description: 'Metadata',
          serviceName: SAGEMAKER,
          key: 'storage_gb',
          unit: 'GB',
          sku: 'sagemaker/mlflow/storage',
          pricingUnit: 'GB-Months',
          chargedBy: 'what is stored',
        },
        context,
      ),
    )
  },
)
