import { string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/lightsail/pricing/: by bundle
export const awsLightsailInstance = pricer(
  { type: 'aws_lightsail_instance', reads: { bundle_id: string() } },
  function* ({ bundle_id }) {
    if (bundle_id === undefined) {
      yield omitted('unknown', 'Instance', '`bundle_id` is not set')
      return
    }
    yield hourly({
      description: `Instance (${bundle_id})`,
      serviceName: 'Amazon Lightsail',
      sku: `lightsail/instance/${bundle_id}`,
    })
  },
)
