import { number, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const COMMITMENTS = new Map([
  ['OneMonth', '1mo'],
  ['SixMonths', '6mo'],
])

/** `…::foundation-model/anthropic.claude-3-sonnet-20240229-v1:0:28k` → `anthropic.claude-3-sonnet` */
function modelOf(arn: string): string | undefined {
  return /foundation-model\/([^:]+)/.exec(arn)?.[1]?.replace(/(-\d{8})?(-v\d+)?$/, '')
}

// https://aws.amazon.com/bedrock/pricing/
export const awsBedrockProvisionedModelThroughput = pricer(
  {
    type: 'aws_bedrock_provisioned_model_throughput',
    reads: { model_arn: string(), model_units: number(), commitment_duration: string() },
  },
  function* ({ model_arn, model_units: units, commitment_duration: commitment }) {
    if (model_arn === undefined || units === undefined) {
      const missing = units === undefined ? 'model_units' : 'model_arn'
      yield omitted('unknown', 'Model units', `\`${missing}\` is not set`)
      return
    }
    const model = modelOf(model_arn)
    if (model === undefined) {
      yield omitted('unpriced', 'Model units', `which model "${model_arn}" is based on is not written there`)
      return
    }
    const term = commitment === undefined ? 'no_commit' : (COMMITMENTS.get(commitment) ?? commitment)
    yield hourly({
      description: `Model units of ${model}`,
      serviceName: 'Amazon Bedrock',
      sku: `bedrock/${model}/provisioned/${term}`,
      count: units,
      pricingUnit: 'Model-Unit-Hours',
    })
  },
)
