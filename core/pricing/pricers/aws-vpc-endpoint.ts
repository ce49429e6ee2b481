import { countIfSet, string } from '../../domain/reads.ts'
import { dataProcessed } from '../data-processed.ts'
import { assumption, extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const VPC = 'Amazon Virtual Private Cloud'

// https://aws.amazon.com/privatelink/pricing/: one network interface in each subnet; gateways for S3 and DynamoDB are free
export const awsVpcEndpoint = pricer(
  { type: 'aws_vpc_endpoint', reads: { vpc_endpoint_type: string('Gateway'), subnet_ids: countIfSet } },
  function* ({ vpc_endpoint_type: type, subnet_ids: subnets }, context) {
    if (type === 'Gateway') return
    const kind = type === 'Interface' ? 'interface' : type.toLowerCase()
    if (subnets === undefined) yield assumption('one subnet: `subnet_ids` is not set')
    yield hourly({
      description: `${type} endpoint, for each subnet`,
      serviceName: VPC,
      sku: `vpc/endpoint/${kind}/hour`,
      count: subnets ?? 1,
    })
    yield* extras(
      dataProcessed(
        { serviceName: VPC, sku: `vpc/endpoint/${kind}/data`, chargedBy: 'the GB it processes' },
        context,
      ),
    )
  },
)
