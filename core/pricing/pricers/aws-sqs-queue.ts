import { bool } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/sqs/pricing/
export const awsSqsQueue = pricer(
  { type: 'aws_sqs_queue', reads: { fifo_queue: bool(false) } },
  ({ fifo_queue }, context) =>
    byUse(
      {
        description: 'Requests',
        serviceName: 'Amazon Simple Queue Service',
        key: 'monthly_requests',
        unit: 'requests of up to 64 KB',
        sku: `sqs/${fifo_queue ? 'fifo' : 'standard'}/requests`,
        pricingUnit: 'Requests',
        chargedBy: 'request',
      },
      context,
    ),
)
