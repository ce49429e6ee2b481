import { extra, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/kms/pricing/
export const awsKmsKey = pricer(
  {
    type: 'aws_kms_key',
    aliases: ['aws_kms_replica_key', 'aws_kms_external_key', 'aws_kms_replica_external_key'],
    reads: {},
  },
  function* () {
    yield monthly({
      description: 'Customer managed key',
      serviceName: 'AWS Key Management Service',
      sku: 'kms/key',
      count: 1,
      pricingUnit: 'Key-Months',
    })
    yield extra(omitted('usageBased', 'Requests', 'charged by request'))
  },
)
