import { count } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
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
      byUse(
        {
          description: 'Data processed',
          serviceName: FIREWALL,
          key: 'monthly_data_processed_gb',
          unit: 'GB',
          sku: 'networkfirewall/data',
          pricingUnit: 'GB',
          chargedBy: 'the GB it processes',
        },
        context,
      ),
    )
  },
)
