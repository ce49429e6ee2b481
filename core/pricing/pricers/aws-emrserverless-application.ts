import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

const OF = { serviceName: 'Amazon EMR', chargedBy: 'vCPU-hour and GB-hour of its workers' }

// https://aws.amazon.com/emr/pricing/
export const awsEmrserverlessApplication = pricer(
  { type: 'aws_emrserverless_application', reads: { architecture: string('X86_64') } },
  function* ({ architecture }, context) {
    const sku = `emr/serverless${architecture === 'ARM64' ? '/arm' : ''}`
    const vcpu = { description: 'CPU', key: 'monthly_vcpu_hours', unit: 'vCPU-hours' }
    yield* byUse({ ...OF, ...vcpu, sku: `${sku}/vcpu`, pricingUnit: 'vCPU-Hours' }, context)
    const memory = { description: 'Memory', key: 'monthly_memory_gb_hours', unit: 'GB-hours' }
    yield* byUse({ ...OF, ...memory, sku: `${sku}/memory`, pricingUnit: 'GB-Hours' }, context)
  },
)
