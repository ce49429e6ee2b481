import { countIfSet, string } from '../../domain/reads.ts'
import { assumption, extra, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/privatelink/pricing/: one network interface in each subnet; gateways for S3 and DynamoDB are free
export const awsVpcEndpoint = pricer(
  { type: 'aws_vpc_endpoint', reads: { vpc_endpoint_type: string('Gateway'), subnet_ids: countIfSet } },
  function* ({ vpc_endpoint_type: type, subnet_ids: subnets }) {
    if (type === 'Gateway') return
    if (type !== 'Interface') {
      yield omitted('unpriced', `${type} endpoint`, `the price book holds no price for ${type} endpoints`)
      return
    }
    if (subnets === undefined) yield assumption('one subnet: `subnet_ids` is not set')
    yield hourly({
      description: 'Interface endpoint, for each subnet',
      serviceName: 'Amazon Virtual Private Cloud',
      sku: 'vpc/endpoint/interface/hour',
      count: subnets ?? 1,
    })
    yield extra(omitted('usageBased', 'Data processed', 'charged by the GB it processes'))
  },
)
