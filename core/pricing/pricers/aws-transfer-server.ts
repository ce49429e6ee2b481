import { strings } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const TRANSFER = 'AWS Transfer Family'

// https://aws.amazon.com/aws-transfer-family/pricing/: by protocol
export const awsTransferServer = pricer(
  { type: 'aws_transfer_server', reads: { protocols: strings } },
  function* ({ protocols }, context) {
    yield hourly({
      description: 'Server, for each protocol',
      serviceName: TRANSFER,
      sku: 'transfer/protocol',
      // SFTP where none is named.
      count: Math.max(1, protocols.length),
    })
    const data = { serviceName: TRANSFER, unit: 'GB', pricingUnit: 'GB' }
    const down = {
      description: 'Data downloaded',
      key: 'monthly_data_downloaded_gb',
      chargedBy: 'the GB downloaded',
    }
    yield* extras(byUse({ ...data, ...down, sku: 'transfer/data/out' }, context))
    const up = { description: 'Data uploaded', key: 'monthly_data_uploaded_gb', chargedBy: 'the GB uploaded' }
    yield* extras(byUse({ ...data, ...up, sku: 'transfer/data/in' }, context))
  },
)
