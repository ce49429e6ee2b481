import { string } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/systems-manager/pricing/: standard parameters are free
export const awsSsmParameter = pricer(
  { type: 'aws_ssm_parameter', reads: { tier: string('Standard') } },
  function* ({ tier }) {
    if (tier !== 'Standard')
      yield omitted(
        'unpriced',
        `${tier} parameter`,
        `the price book holds no price for parameters of tier "${tier}"`,
      )
  },
)
