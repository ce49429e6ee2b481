import { blocks, count, number } from '../../domain/reads.ts'
import { monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/cloudwatch/pricing/: an alarm is charged for each metric it looks at
export const awsCloudwatchMetricAlarm = pricer(
  {
    type: 'aws_cloudwatch_metric_alarm',
    reads: { period: number(60), metric_query: blocks({ metric: count }) },
  },
  function* ({ period, metric_query }) {
    if (period < 60) {
      yield omitted(
        'unpriced',
        'High-resolution alarm',
        'the price book holds no price for high-resolution alarms',
      )
      return
    }
    const metrics = metric_query.filter((query) => query.kind === 'known' && query.value.metric > 0).length
    yield monthly({
      description: 'Alarm, for each metric',
      serviceName: 'Amazon CloudWatch',
      sku: 'cloudwatch/alarm/standard',
      count: Math.max(1, metrics),
      pricingUnit: 'Alarm-Months',
    })
  },
)
