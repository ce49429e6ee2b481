import { bool, number, string } from '../../domain/reads.ts'
import { assumption, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/route53/pricing/: HTTPS, matching of strings, fast intervals and latency cost extra, each
export const awsRoute53HealthCheck = pricer(
  {
    type: 'aws_route53_health_check',
    reads: { type: string(''), request_interval: number(30), measure_latency: bool(false) },
  },
  function* ({ type, request_interval, measure_latency }) {
    const checksNothing = type === 'CALCULATED' || type === 'CLOUDWATCH_METRIC' || type === 'RECOVERY_CONTROL'
    const features = [
      type.startsWith('HTTPS'),
      type.endsWith('_STR_MATCH'),
      request_interval === 10,
      measure_latency,
    ].filter(Boolean).length
    if (!checksNothing) yield assumption('the endpoint is not at AWS, which costs more')
    const where = checksNothing ? 'aws' : 'elsewhere'
    const of = { serviceName: 'Amazon Route 53' }
    yield monthly({
      ...of,
      description: 'Health check',
      sku: `route53/health_check/${where}`,
      count: 1,
      pricingUnit: 'Health-Check-Months',
    })
    if (features > 0)
      yield monthly({
        ...of,
        description: 'Optional features',
        sku: `route53/health_check/${where}/feature`,
        count: features,
        pricingUnit: 'Feature-Months',
      })
  },
)
