import { maybe, strings } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { rates } from '../rates.ts'

// https://aws.amazon.com/lambda/pricing/
export const awsLambdaFunction = pricer(
  { type: 'aws_lambda_function', reads: { architectures: maybe(strings) } },
  function* ({ architectures }, context) {
    const arm = architectures.kind === 'known' && architectures.value.includes('arm64')
    yield omitted('usageBased', 'Invocations', 'charged by request and by duration × memory')
    yield* rates(['lambda/requests', arm ? 'lambda/duration/arm' : 'lambda/duration/x86'], context)
  },
)
