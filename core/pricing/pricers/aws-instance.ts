import { EC2, ec2Instances } from '../ec2-instance.ts'
import { INSTANCE_DISKS, instanceDisks, launchSource, marketOptions } from '../launch-source.ts'
import { assumption, extra, extras, monthly, omitted, type Part } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'
import { block, bool, type Read, string } from '../reads.ts'

/** Metrics that detailed monitoring sends for an EC2 instance. */
const DETAILED_METRICS = 7
const BURSTABLE = /^t[2-9]/

export const INSTANCE = {
  instance_type: string(),
  tenancy: string(),
  monitoring: bool(false),
  credit_specification: block({ cpu_credits: string() }),
  instance_market_options: marketOptions,
  ...INSTANCE_DISKS,
}

// https://aws.amazon.com/ec2/pricing/on-demand/
export const awsInstance = pricer({
  type: 'aws_instance',
  reads: INSTANCE,
  meters: (read, context) => instanceParts(read, false, context),
})

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
  yield ec2Instances({ instanceType, tenancy, spot, count: 1 }, context)
  if (template.kind === 'unknown')
    yield assumption(`nothing of the launch template is counted: ${template.because}`)

  // A stopped instance keeps its volumes.
  const placement = { count: 1, rate: 'monthly' } as const
  const ownDisks =
    read.root_block_device.kind === 'unknown' ||
    read.root_block_device.value ||
    read.ebs_block_device.length > 0
  yield* extras(launch && !ownDisks ? launch.volumes(placement) : instanceDisks(read, placement))
  if (read.monitoring)
    yield extra(
      monthly({
        description: `Detailed monitoring, ${DETAILED_METRICS} metrics`,
        serviceName: 'Amazon CloudWatch',
        sku: 'cloudwatch/metric/custom',
        count: DETAILED_METRICS,
        pricingUnit: 'Metric-Months',
      }),
    )
  if (
    BURSTABLE.test(instanceType) &&
    (read.credit_specification?.cpu_credits ?? burstDefault(instanceType)) === 'unlimited'
  )
    yield extra(omitted('usageBased', `${EC2} CPU credits`, 'charged by vCPU-hour above the baseline'))
}

/** T2 is `standard` unless told otherwise, its successors `unlimited`. */
function burstDefault(instanceType: string): string {
  return instanceType.startsWith('t2') ? 'standard' : 'unlimited'
}
