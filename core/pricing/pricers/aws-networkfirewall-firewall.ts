import { count } from '../../domain/reads.ts'
import { dataProcessed } from '../data-processed.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const FIREWALL = 'AWS Network Firewall'

// https://aws.amazon.com/network-firewall/pricing/: an endpoint in each subnet
export const awsNetworkfirewallFirewall = pricer(
  { type: 'aws_networkfirewall_firewall', reads: { subnet_mapping: count } },
  function* ({ subnet_mapping: subnets }, context) {
    yield hourly({
      description: 'Endpoint, for each subnet',
      serviceName: FIREWALL,
      sku: 'networkfirewall/endpoint',
      count: Math.max(1, subnets),
    })
    yield* extras(
      dataProcessed(
        { serviceName: FIREWALL, sku: 'networkfirewall/data', chargedBy: 'the GB it processes' },
        context,
      ),
    )
  },
)
