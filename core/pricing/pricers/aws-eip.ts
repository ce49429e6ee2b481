import { string } from '../../domain/reads.ts'
import { hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/vpc/pricing/: in use or idle, an address costs the same
export const awsEip = pricer(
  { type: 'aws_eip', reads: { public_ipv4_pool: string() } },
  function* ({ public_ipv4_pool: pool }) {
    // Addresses that the customer brought to AWS are free.
    if (pool !== undefined && pool !== 'amazon') return
    yield hourly({
      description: 'Public IPv4 address',
      serviceName: 'Amazon Virtual Private Cloud',
      sku: 'vpc/public_ipv4/in_use',
    })
  },
)
