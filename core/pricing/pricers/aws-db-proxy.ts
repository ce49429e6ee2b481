import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'
import { HOURS_PER_MONTH } from '../usage.ts'

// https://aws.amazon.com/rds/proxy/pricing/: by the vCPUs of the databases behind it
export const awsDbProxy = pricer({ type: 'aws_db_proxy', reads: {} }, (_, context) =>
  byUse(
    {
      description: 'Proxy',
      serviceName: 'Amazon Relational Database Service',
      key: 'vcpus',
      unit: 'vCPUs of the databases behind it',
      sku: 'rds/proxy/vcpu',
      pricingUnit: 'vCPU-Hours',
      per: HOURS_PER_MONTH,
      chargedBy: 'vCPU and hour of the databases behind it',
    },
    context,
  ),
)
