import { block, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { taskSize } from '../fargate.ts'
import { assumption, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const APP_RUNNER = 'AWS App Runner'

// https://aws.amazon.com/apprunner/pricing/: memory always, vCPUs only while requests are answered
export const awsApprunnerService = pricer(
  {
    type: 'aws_apprunner_service',
    reads: { instance_configuration: block({ cpu: string('1024'), memory: string('2048') }) },
  },
  function* ({ instance_configuration }, context) {
    const vcpu = taskSize(instance_configuration?.cpu ?? '1024')
    const memory = taskSize(instance_configuration?.memory ?? '2048')
    if (vcpu === undefined || memory === undefined) {
      yield omitted('unknown', 'Instances', '`instance_configuration` has no size that App Runner knows')
      return
    }
    yield assumption('one provisioned instance, the default')
    yield hourly({
      description: `Provisioned memory, ${memory} GB`,
      serviceName: APP_RUNNER,
      sku: 'apprunner/memory',
      count: memory,
      pricingUnit: 'GB-Hours',
    })
    yield* byUse(
      {
        description: `Active instances, ${vcpu} vCPU`,
        serviceName: APP_RUNNER,
        key: 'monthly_active_hours',
        unit: 'hours of active instances',
        sku: 'apprunner/vcpu',
        pricingUnit: 'vCPU-Hours',
        per: vcpu,
        chargedBy: 'vCPU and hour of an active instance',
      },
      context,
    )
  },
)
