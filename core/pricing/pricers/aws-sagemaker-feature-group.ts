import { block, bool, number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { hourly } from '../part.ts'
import { pricer } from '../pricer.ts'
import { SAGEMAKER } from '../sagemaker.ts'

// https://aws.amazon.com/sagemaker/ai/pricing/: the offline store is in the user's own bucket
export const awsSagemakerFeatureGroup = pricer(
  {
    type: 'aws_sagemaker_feature_group',
    reads: {
      online_store_config: block({ enable_online_store: bool(true), storage_type: string('Standard') }),
      throughput_config: block({
        throughput_mode: string('OnDemand'),
        provisioned_read_capacity_units: number(0),
        provisioned_write_capacity_units: number(0),
      }),
    },
  },
  function* ({ online_store_config: online, throughput_config: throughput }, context) {
    if (!online?.enable_online_store) return
    const kind = online.storage_type === 'InMemory' ? 'in_memory' : 'standard'
    const sku = (part: string) => `sagemaker/feature_store/${kind}/${part}`
    const of = { serviceName: SAGEMAKER, pricingUnit: 'Requests' }
    if (throughput?.throughput_mode === 'Provisioned') {
      yield hourly({
        ...of,
        description: 'Provisioned reads',
        sku: sku('rcu'),
        count: throughput.provisioned_read_capacity_units,
        pricingUnit: 'RCU-Hours',
      })
      yield hourly({
        ...of,
        description: 'Provisioned writes',
        sku: sku('wcu'),
        count: throughput.provisioned_write_capacity_units,
        pricingUnit: 'WCU-Hours',
      })
    } else {
      const reads = { key: 'monthly_read_request_units', unit: 'read request units' }
      yield* byUse({ ...of, ...reads, description: 'Reads', sku: sku('rru') }, context)
      const writes = { key: 'monthly_write_request_units', unit: 'write request units' }
      yield* byUse({ ...of, ...writes, description: 'Writes', sku: sku('wru') }, context)
    }
    const stored = { key: 'storage_gb', unit: 'GB', chargedBy: 'what is stored online' }
    yield* byUse(
      { ...of, ...stored, description: 'Online store', sku: sku('storage'), pricingUnit: 'GB-Months' },
      context,
    )
  },
)
