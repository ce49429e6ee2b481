import { block, bool, maybe, type Read, string } from '../../domain/reads.ts'
import { ec2Instances } from '../ec2-instance.ts'
import {
  INSTANCE_DISKS,
  instanceDisks,
  type LaunchSource,
  launchSource,
  marketOptions,
} from '../launch-source.ts'
import { assumption, extras, hourly, monthly, omitted, type Part } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'

/** Metrics that detailed monitoring sends for an EC2 instance. */
const DETAILED_METRICS = 7

export const INSTANCE = {
  instance_type: string(),
  tenancy: string(),
  monitoring: maybe(bool(false)),
  credit_specification: maybe(block({ cpu_credits: string() })),
  associate_public_ip_address: maybe(bool(false)),
  instance_market_options: marketOptions,
  ...INSTANCE_DISKS,
}

// https://aws.amazon.com/ec2/pricing/on-demand/
export const awsInstance = pricer({ type: 'aws_instance', reads: INSTANCE }, (read, context) =>
  instanceParts(read, false, context),
)

/** An instance with its disks, shared with spot requests. */
export function* instanceParts(
  read: Read<typeof INSTANCE>,
  spotRequest: boolean,
  context: PricingContext,
): Generator<Part> {
  const template = launchSource(context)
  // What the instance says itself needs no template; what it leaves out, the template decides.
  if (template.kind === 'unknown' && read.instance_type === undefined) {
    yield omitted('unknown', 'Instance', template.because)
    return
  }
  const launch = template.kind === 'known' ? template.value : undefined
  const instanceType = read.instance_type ?? launch?.instanceType
  if (instanceType === undefined) {
    yield omitted('unknown', 'Instance', '`instance_type` is not set')
    return
  }
  const spot = spotRequest || read.instance_market_options?.market_type === 'spot' || launch?.spot === true
  const tenancy = read.tenancy ?? launch?.tenancy ?? 'default'
  yield* ec2Instances({ instanceType, tenancy, spot, count: 1 }, context)
  if (template.kind === 'unknown')
    yield assumption(`nothing of the launch template is counted: ${template.because}`)
  yield* extras(disks(read, launch))
  yield* extras(options(read, context))
}

function* disks(read: Read<typeof INSTANCE>, launch: LaunchSource | undefined): Generator<Part> {
  // A stopped instance keeps its volumes.
  const placement = { count: 1, rate: 'monthly' } as const
  const { root_block_device: root, ebs_block_device: others } = read
  const declared = root.kind === 'unknown' || root.value !== undefined || others.length > 0
  if (!launch) yield* instanceDisks(read, placement)
  else if (!declared) yield* launch.volumes(placement)
  else {
    yield* instanceDisks(read, placement)
    yield omitted('unknown', 'Launch template volumes', 'which of them the instance replaces is not known')
  }
}

function* options(read: Read<typeof INSTANCE>, context: PricingContext): Generator<Part> {
  const { monitoring, credit_specification: credits, associate_public_ip_address: address } = read
  if (monitoring.kind === 'unknown') yield omitted('unknown', 'Detailed monitoring', monitoring.because)
  else if (monitoring.value)
    yield monthly({
      description: `Detailed monitoring, ${DETAILED_METRICS} metrics`,
      serviceName: 'Amazon CloudWatch',
      sku: 'cloudwatch/metric/custom',
      count: DETAILED_METRICS,
      pricingUnit: 'Metric-Months',
    })
  if (credits.kind === 'known' && credits.value?.cpu_credits === 'unlimited')
    yield omitted('usageBased', 'CPU credits', 'charged by vCPU-hour above the baseline')
  // An Elastic IP takes the place of the address that the subnet would give, and is charged itself.
  const elastic = context.graph.sources(context.resource, 'attachedTo').some(({ type }) => type === 'aws_eip')
  if (address.kind === 'known' && address.value && !elastic)
    yield hourly({
      description: 'Public IPv4 address',
      serviceName: 'Amazon Virtual Private Cloud',
      sku: 'vpc/public_ipv4/in_use',
    })
}
