import { string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/ec2/dedicated-hosts/pricing/: by the family, whatever runs on it
export const awsEc2Host = pricer(
  { type: 'aws_ec2_host', reads: { instance_family: string(), instance_type: string() } },
  function* ({ instance_family, instance_type }) {
    const family = instance_family ?? instance_type?.split('.')[0]
    if (family === undefined) {
      yield omitted('unknown', 'Host', 'neither `instance_family` nor `instance_type` is set')
      return
    }
    yield hourly({
      description: `Dedicated host (${family})`,
      serviceName: 'Amazon Elastic Compute Cloud',
      sku: `ec2/host/${family}`,
    })
  },
)
