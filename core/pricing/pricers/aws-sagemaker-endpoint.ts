import { block, blocks, number, type Read, string } from '../../domain/reads.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { assumption, extra, hourly, omitted, type Part } from '../part.ts'
import { pricer } from '../pricer.ts'
import { SAGEMAKER } from '../sagemaker.ts'

const VARIANT = {
  variant_name: string(),
  instance_type: string(),
  initial_instance_count: number(1),
  volume_size_in_gb: number(),
  serverless_config: block({ memory_size_in_mb: number(), provisioned_concurrency: number() }),
}
const CONFIGURATION = {
  production_variants: blocks(VARIANT),
  shadow_production_variants: blocks(VARIANT),
}

// https://aws.amazon.com/sagemaker/ai/pricing/: the bill puts a configuration's instances on the endpoint
export const awsSagemakerEndpoint = pricer(
  { type: 'aws_sagemaker_endpoint', reads: {} },
  function* (_, context) {
    const configuration = linkedResource(context, 'configuredBy', 'endpoint configuration')
    if (configuration.kind === 'unknown') {
      yield omitted('unknown', 'Instances', configuration.because)
      return
    }
    if (configuration.value === undefined) {
      yield omitted('unknown', 'Instances', '`endpoint_config_name` is not set')
      return
    }
    const { address } = configuration.value
    const read = readFrom(configuration.value, CONFIGURATION)
    if (read.kind === 'unknown') {
      yield omitted('unknown', 'Instances', read.because)
      return
    }
    const variants = [...read.value.production_variants, ...read.value.shadow_production_variants]
    if (variants.length === 0)
      yield omitted('unknown', 'Instances', `${address} has no \`production_variants\``)
    for (const variant of variants) {
      if (variant.kind === 'known') yield* variantParts(variant.value)
      else yield omitted('unknown', 'Variant', `${address}: ${variant.because}`)
    }
  },
)

function* variantParts(variant: Read<typeof VARIANT>): Generator<Part> {
  const { instance_type, initial_instance_count: count, serverless_config, volume_size_in_gb } = variant
  const name = variant.variant_name === undefined ? 'Variant' : `Variant ${variant.variant_name}`
  if (serverless_config) {
    yield omitted(
      'usageBased',
      `${name}, serverless`,
      'serverless inference is charged by its duration and data',
    )
    if (serverless_config.provisioned_concurrency)
      yield omitted(
        'unpriced',
        `${name}, provisioned concurrency`,
        'the price book holds no price for SageMaker serverless provisioned concurrency',
      )
    return
  }
  if (instance_type === undefined) {
    yield omitted('unknown', name, '`production_variants.instance_type` is not set')
    return
  }
  yield hourly({
    description: `${name} (${instance_type})`,
    serviceName: SAGEMAKER,
    sku: `sagemaker/${instance_type}/hosting`,
    count,
  })
  yield assumption('instance counts are `initial_instance_count`: autoscaling is not counted')
  if (volume_size_in_gb)
    yield extra(
      omitted(
        'unpriced',
        `${name}, ${volume_size_in_gb} GiB storage`,
        'the price book holds no SageMaker storage prices',
      ),
    )
}
