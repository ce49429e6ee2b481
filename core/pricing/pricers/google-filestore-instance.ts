import { block, number, string } from '../../domain/reads.ts'
import { monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/filestore/pricing: charged for what is provisioned
export const googleFilestoreInstance = pricer(
  {
    type: 'google_filestore_instance',
    reads: { tier: string('STANDARD'), file_shares: block({ capacity_gb: number() }) },
  },
  function* ({ tier, file_shares }) {
    if (file_shares?.capacity_gb === undefined) {
      yield omitted('unknown', 'Storage', '`file_shares.capacity_gb` is not set')
      return
    }
    yield monthly({
      description: `Storage, ${file_shares.capacity_gb} GB ${tier}`,
      serviceName: 'Filestore',
      sku: `filestore/${tier.toLowerCase()}/storage`,
      count: file_shares.capacity_gb,
    })
  },
)
