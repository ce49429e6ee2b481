import { block, maybe, number, strings } from '../../domain/reads.ts'
import { type ByUse, byUse } from '../by-use.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const LAMBDA = 'AWS Lambda'
const INCLUDED_STORAGE_MB = 512
/** Where requests are stated and their duration is not; Infracost takes the same. */
const DEFAULT_DURATION_MS = 100

const TIERS = {
  x86: [
    { sku: 'lambda/duration/x86', from: 0 },
    { sku: 'lambda/duration/x86/tier2_6b', from: 6e9 },
    { sku: 'lambda/duration/x86/tier3_15b', from: 15e9 },
  ],
  arm: [
    { sku: 'lambda/duration/arm', from: 0 },
    { sku: 'lambda/duration/arm/tier2_7500m', from: 7.5e9 },
    { sku: 'lambda/duration/arm/tier3_18750m', from: 18.75e9 },
  ],
}
const REQUESTS: ByUse = {
  description: 'Requests',
  serviceName: LAMBDA,
  key: 'monthly_requests',
  unit: 'requests',
  sku: 'lambda/requests',
  pricingUnit: 'Requests',
  chargedBy: 'request and by duration × memory',
}

// https://aws.amazon.com/lambda/pricing/
export const awsLambdaFunction = pricer(
  {
    type: 'aws_lambda_function',
    reads: {
      architectures: maybe(strings),
      memory_size: maybe(number(128)),
      ephemeral_storage: maybe(block({ size: number(INCLUDED_STORAGE_MB) })),
    },
  },
  function* ({ architectures, memory_size, ephemeral_storage }, context) {
    const arm = architectures.kind === 'known' && architectures.value.includes('arm64')
    yield* byUse(REQUESTS, context)
    if (memory_size.kind === 'unknown') {
      yield omitted('unknown', 'Duration', memory_size.because)
      return
    }
    const gb = memory_size.value / 1024
    const duration = context.quantity({ key: 'request_duration_ms', unit: 'milliseconds, on average' })
    const ms = duration?.value ?? DEFAULT_DURATION_MS
    if (context.quantity(REQUESTS))
      yield assumption(
        duration
          ? `\`request_duration_ms\` is ${ms} (${duration.place})`
          : `requests take ${DEFAULT_DURATION_MS} ms: \`request_duration_ms\` is not stated`,
      )
    yield* byUse(
      {
        ...REQUESTS,
        description: `Duration, ${memory_size.value} MB`,
        sku: TIERS[arm ? 'arm' : 'x86'],
        pricingUnit: 'GB-Seconds',
        per: (gb * ms) / 1000,
      },
      context,
    )
    const storage = ephemeral_storage.kind === 'known' ? ephemeral_storage.value?.size : undefined
    if (storage !== undefined && storage > INCLUDED_STORAGE_MB)
      yield* byUse(
        {
          ...REQUESTS,
          description: `Ephemeral storage above ${INCLUDED_STORAGE_MB} MB`,
          sku: 'lambda/ephemeral_storage',
          pricingUnit: 'GB-Seconds',
          per: ((storage - INCLUDED_STORAGE_MB) / 1024) * (ms / 1000),
        },
        context,
      )
  },
)
