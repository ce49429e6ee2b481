import { string } from '../../domain/reads.ts'
import { hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/ebs/pricing/: for each snapshot and availability zone
export const awsEbsFastSnapshotRestore = pricer(
  { type: 'aws_ebs_fast_snapshot_restore', reads: { availability_zone: string() } },
  function* ({ availability_zone }) {
    yield hourly({
      description: `Fast snapshot restore${availability_zone === undefined ? '' : `, ${availability_zone}`}`,
      serviceName: 'Amazon Elastic Block Store',
      sku: 'ebs/snapshot/fast_restore',
      pricingUnit: 'DSU-Hours',
    })
  },
)
