import { bool } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/sns/pricing/
export const awsSnsTopic = pricer(
  { type: 'aws_sns_topic', reads: { fifo_topic: bool(false) } },
  ({ fifo_topic }, context) =>
    byUse(
      {
        description: 'Publish requests',
        serviceName: 'Amazon Simple Notification Service',
        key: 'monthly_requests',
        unit: 'requests of up to 64 KB',
        sku: fifo_topic ? 'sns/fifo/requests' : 'sns/requests',
        pricingUnit: 'Requests',
        chargedBy: 'request and delivery',
      },
      context,
    ),
)
