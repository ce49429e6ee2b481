import { string } from '../../domain/reads.ts'
import { monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/systems-manager/pricing/: standard parameters are free
export const awsSsmParameter = pricer(
  { type: 'aws_ssm_parameter', reads: { tier: string('Standard') } },
  function* ({ tier }) {
    if (tier === 'Standard') return
    yield monthly({
      description: `${tier} parameter`,
      serviceName: 'AWS Systems Manager',
      sku: 'ssm/parameter/advanced',
      count: 1,
      pricingUnit: 'Parameter-Months',
    })
  },
)
