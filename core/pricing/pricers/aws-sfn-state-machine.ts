import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

const OF = { serviceName: 'AWS Step Functions' }

// https://aws.amazon.com/step-functions/pricing/
export const awsSfnStateMachine = pricer(
  { type: 'aws_sfn_state_machine', reads: { type: string('STANDARD') } },
  function* ({ type }, context) {
    if (type !== 'EXPRESS') {
      const transitions = {
        key: 'monthly_transitions',
        unit: 'state transitions',
        chargedBy: 'state transition',
      }
      yield* byUse(
        {
          ...OF,
          ...transitions,
          description: 'Transitions',
          sku: 'sfn/standard/transitions',
          pricingUnit: 'Transitions',
        },
        context,
      )
      return
    }
    const requests = { key: 'monthly_requests', unit: 'requests', chargedBy: 'request' }
    yield* byUse(
      { ...OF, ...requests, description: 'Requests', sku: 'sfn/express/requests', pricingUnit: 'Requests' },
      context,
    )
    const duration = { key: 'monthly_duration_gb_hours', unit: 'GB-hours', chargedBy: 'GB-hour' }
    yield* byUse(
      {
        ...OF,
        ...duration,
        description: 'Duration',
        sku: [
          { sku: 'sfn/express/duration/tier1', from: 0 },
          { sku: 'sfn/express/duration/tier2_1k', from: 1_000 },
          { sku: 'sfn/express/duration/tier3_5k', from: 5_000 },
        ],
        pricingUnit: 'GB-Hours',
      },
      context,
    )
  },
)
