import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const BEDROCK = 'Amazon Bedrock'

// https://aws.amazon.com/bedrock/pricing/: training once, storage by the month, inference on provisioned throughput
export const awsBedrockCustomModel = pricer(
  { type: 'aws_bedrock_custom_model', reads: { customization_type: string('FINE_TUNING') } },
  function* ({ customization_type: type }, context) {
    yield monthly({
      description: 'Stored model',
      serviceName: BEDROCK,
      sku: 'bedrock/custom_model/storage',
      count: 1,
      pricingUnit: 'Model-Months',
    })
    yield* byUse(
      {
        description: `Training (${type})`,
        serviceName: BEDROCK,
        key: 'monthly_training_tokens',
        unit: 'tokens',
        sku: `bedrock/custom_model/${type.toLowerCase()}`,
        pricingUnit: 'Tokens',
        chargedBy: 'token it is trained on',
      },
      context,
    )
  },
)
