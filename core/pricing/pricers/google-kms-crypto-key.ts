import { block, string } from '../../domain/reads.ts'
import { assumption, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/kms/pricing: by its versions
export const googleKmsCryptoKey = pricer(
  {
    type: 'google_kms_crypto_key',
    reads: { version_template: block({ protection_level: string('SOFTWARE') }) },
  },
  function* ({ version_template }) {
    const level = version_template?.protection_level ?? 'SOFTWARE'
    yield monthly({
      description: `Key version (${level})`,
      serviceName: 'Cloud Key Management Service',
      sku: `gcp/kms/${level.toLowerCase()}/version`,
      pricingUnit: 'Version-Months',
      count: 1,
    })
    yield assumption('one version of the key is active: each rotation adds one')
  },
)
