import { number, strings } from '../../domain/reads.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { assumption, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const FUNCTION = { memory_size: number(128), architectures: strings }

// https://aws.amazon.com/lambda/pricing/: concurrency is charged by the GB-second that it is kept warm
export const awsLambdaProvisionedConcurrencyConfig = pricer(
  {
    type: 'aws_lambda_provisioned_concurrency_config',
    reads: { provisioned_concurrent_executions: number() },
  },
  function* ({ provisioned_concurrent_executions: concurrency }, context) {
    if (concurrency === undefined) {
      yield omitted('unknown', 'Concurrency', '`provisioned_concurrent_executions` is not set')
      return
    }
    const linked = linkedResource(context, 'configuredBy', 'function')
    const read = linked.kind === 'known' && linked.value ? readFrom(linked.value, FUNCTION) : linked
    if (read.kind === 'unknown' || read.value === undefined || !('memory_size' in read.value)) {
      const because = read.kind === 'unknown' ? read.because : '`function_name` is not set'
      yield omitted('unknown', 'Concurrency', because)
      return
    }
    const { memory_size, architectures } = read.value
    yield assumption('requests and their duration are counted with the function')
    yield monthly({
      description: `Kept warm, ${concurrency} × ${memory_size} MB`,
      serviceName: 'AWS Lambda',
      sku: `lambda/provisioned_concurrency/${architectures.includes('arm64') ? 'arm' : 'x86'}`,
      count: (memory_size / 1024) * concurrency * context.hours * 3600,
      pricingUnit: 'GB-Seconds',
    })
  },
)
