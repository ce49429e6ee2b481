import { block, blocks, number, type Read, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { assumption, extra, hourly, mapScaling, omitted, type Part } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'
import { SAGEMAKER, sagemakerStorage } from '../sagemaker.ts'
import { autoscaling } from '../scaling-target.ts'

const VARIANT = {
  variant_name: string(),
  instance_type: string(),
  initial_instance_count: number(1),
  volume_size_in_gb: number(),
  managed_instance_scaling: block({ min_instance_count: number(), max_instance_count: number() }),
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
      if (variant.kind === 'known') yield* variantParts(variant.value, context)
      else yield omitted('unknown', 'Variant', `${address}: ${variant.because}`)
    }
  },
)

function* variantParts(variant: Read<typeof VARIANT>, context: PricingContext): Generator<Part> {
  const { variant_name, instance_type, initial_instance_count: count, serverless_config } = variant
  const name = variant_name === undefined ? 'Variant' : `Variant ${variant_name}`
  if (serverless_config) {
    yield* serverless(name, serverless_config, context)
    return
  }
  if (instance_type === undefined) {
    yield omitted('unknown', name, '`production_variants.instance_type` is not set')
    return
  }
  const scaling = scalingOf(variant, context)
  yield hourly({
    description: `${name} (${instance_type})`,
    serviceName: SAGEMAKER,
    sku: `sagemaker/${instance_type}/hosting`,
    count,
    scaling,
  })
  yield assumption('instance counts are `initial_instance_count`')
  const size = variant.volume_size_in_gb
  if (size)
    yield extra({
      ...sagemakerStorage(`${name}, ${size} GiB on each instance`, 'hosting', size * count),
      scaling: scaling && mapScaling(scaling, (instances) => instances * size),
      rate: 'while-running',
    })
}

function scalingOf(
  { variant_name, managed_instance_scaling: managed }: Read<typeof VARIANT>,
  context: PricingContext,
) {
  const { min_instance_count: low, max_instance_count: high } = managed ?? {}
  if (low !== undefined && high !== undefined) return { low, high }
  return autoscaling(context, ':DesiredInstanceCount', variant_name && `/variant/${variant_name}`)
}

function* serverless(
  name: string,
  { memory_size_in_mb, provisioned_concurrency }: NonNullable<Read<typeof VARIANT>['serverless_config']>,
  context: PricingContext,
): Generator<Part> {
  const memory = memory_size_in_mb ?? 0
  yield* byUse(
    {
      description: `${name}, serverless, ${memory} MB`,
      serviceName: SAGEMAKER,
      key: 'monthly_inference_seconds',
      unit: 'seconds of inference',
      sku: `sagemaker/serverless/${memory}`,
      pricingUnit: 'Seconds',
      chargedBy: 'second of inference and GB of data',
    },
    context,
  )
  if (provisioned_concurrency)
    yield hourly({
      description: `${name}, provisioned concurrency`,
      serviceName: SAGEMAKER,
      sku: `sagemaker/serverless_provisioned/${memory}`,
      count: provisioned_concurrency,
    })
}
