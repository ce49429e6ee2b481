import { block, isSet, string } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/certificate-manager/pricing/: public certificates are free unless they may be exported
export const awsAcmCertificate = pricer(
  {
    type: 'aws_acm_certificate',
    reads: { certificate_authority_arn: isSet, options: block({ export: string('DISABLED') }) },
  },
  function* ({ certificate_authority_arn, options }) {
    if (certificate_authority_arn)
      yield omitted(
        'unpriced',
        'Private certificate',
        'the price book holds no price for private certificates',
      )
    if (options?.export === 'ENABLED')
      yield omitted(
        'unpriced',
        'Exportable certificate',
        'the price book holds no price for exportable certificates',
      )
  },
)
