import { string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/lightsail/pricing/
export const awsLightsailDatabase = pricer(
  { type: 'aws_lightsail_database', reads: { bundle_id: string() } },
  function* ({ bundle_id }) {
    if (bundle_id === undefined) {
      yield omitted('unknown', 'Database', '`bundle_id` is not set')
      return
    }
    yield hourly({
      description: `Database (${bundle_id})`,
      serviceName: 'Amazon Lightsail',
      sku: `lightsail/database/${bundle_id}`,
    })
  },
)
