import { number, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/lightsail/pricing/
export const awsLightsailContainerService = pricer(
  { type: 'aws_lightsail_container_service', reads: { power: string(), scale: number() } },
  function* ({ power, scale }) {
    if (power === undefined || scale === undefined) {
      yield omitted('unknown', 'Containers', `\`${power === undefined ? 'power' : 'scale'}\` is not set`)
      return
    }
    yield hourly({
      description: `Nodes (${power})`,
      serviceName: 'Amazon Lightsail',
      sku: `lightsail/container/${power}`,
      count: scale,
    })
  },
)
