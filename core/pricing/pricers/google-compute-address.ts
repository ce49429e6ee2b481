import { string } from '../../domain/reads.ts'
import { assumption, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/vpc/network-pricing#ipaddress: internal ones are free
export const googleComputeAddress = pricer(
  { type: 'google_compute_address', reads: { address_type: string('EXTERNAL') } },
  function* ({ address_type }) {
    if (address_type !== 'EXTERNAL') return
    yield hourly({
      description: 'External address',
      serviceName: 'VPC network',
      sku: 'gce/external_ip/in_use',
    })
    yield assumption('a machine or a NAT uses it: unused it costs more, and at a load balancer nothing')
  },
)
