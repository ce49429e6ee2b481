import { number } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { assumption } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/redshift/pricing/: by RPU-hour while queries run
export const awsRedshiftserverlessWorkgroup = pricer(
  { type: 'aws_redshiftserverless_workgroup', reads: { base_capacity: number(128) } },
  function* ({ base_capacity }, context) {
    yield assumption(`queries run at the base capacity of ${base_capacity} RPUs`)
    yield* byUse(
      {
        description: `Queries at ${base_capacity} RPUs`,
        serviceName: 'Amazon Redshift',
        key: 'monthly_query_hours',
        unit: 'hours in which queries run',
        sku: 'redshift/serverless/rpu',
        pricingUnit: 'RPU-Hours',
        per: base_capacity,
        chargedBy: 'RPU-hour while queries run',
      },
      context,
    )
  },
)
