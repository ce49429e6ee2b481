import { string } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/vpc/network-pricing#ipaddress: only global load balancers use them, and then they are free
export const googleComputeGlobalAddress = pricer(
  { type: 'google_compute_global_address', reads: { address_type: string('EXTERNAL') } },
  function* ({ address_type }) {
    if (address_type === 'EXTERNAL')
      yield omitted(
        'usageBased',
        'External address',
        'charged by the hour only while no load balancer uses it',
      )
  },
)
