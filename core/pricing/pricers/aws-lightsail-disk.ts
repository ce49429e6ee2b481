import { number } from '../../domain/reads.ts'
import { monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/lightsail/pricing/
export const awsLightsailDisk = pricer(
  { type: 'aws_lightsail_disk', reads: { size_in_gb: number() } },
  function* ({ size_in_gb: size }) {
    if (size === undefined) {
      yield omitted('unknown', 'Disk', '`size_in_gb` is not set')
      return
    }
    yield monthly({
      description: `Disk, ${size} GB`,
      serviceName: 'Amazon Lightsail',
      sku: 'lightsail/disk',
      count: size,
    })
  },
)
