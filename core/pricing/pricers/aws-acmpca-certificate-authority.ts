import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const ACM_PCA = 'AWS Private Certificate Authority'
const TIERS = [
  { sku: 'acmpca/certificate/tier1', from: 0 },
  { sku: 'acmpca/certificate/tier2_1k', from: 1_000 },
  { sku: 'acmpca/certificate/tier3_10k', from: 10_000 },
]

// https://aws.amazon.com/private-ca/pricing/
export const awsAcmpcaCertificateAuthority = pricer(
  { type: 'aws_acmpca_certificate_authority', reads: { usage_mode: string('GENERAL_PURPOSE') } },
  function* ({ usage_mode }, context) {
    const isShort = usage_mode === 'SHORT_LIVED_CERTIFICATE'
    yield monthly({
      description: 'Certificate authority',
      serviceName: ACM_PCA,
      sku: `acmpca/ca/${isShort ? 'short_lived' : 'general_purpose'}`,
      count: 1,
      pricingUnit: 'CA-Months',
    })
    yield* extras(
      byUse(
        {
          description: 'Certificates',
          serviceName: ACM_PCA,
          key: 'monthly_requests',
          unit: 'certificates issued',
          sku: isShort ? 'acmpca/certificate/short_lived' : TIERS,
          pricingUnit: 'Certificates',
          chargedBy: 'certificate issued',
        },
        context,
      ),
    )
  },
)
