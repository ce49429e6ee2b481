import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extra, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { rdsEngine } from '../rds.ts'

const AURORA = 'Amazon Aurora'

// https://aws.amazon.com/rds/aurora/pricing/: Aurora's instances are resources of their own, its storage is not
export const awsRdsCluster = pricer(
  {
    type: 'aws_rds_cluster',
    reads: { engine: string('aurora'), db_cluster_instance_class: string(), storage_type: string() },
  },
  function* ({ engine, db_cluster_instance_class, storage_type }, context) {
    if (engine.startsWith('aurora')) {
      const optimized = storage_type === 'aurora-iopt1'
      const chargedBy = `what is stored${optimized ? '' : ', read and written'}`
      const stored = { key: 'storage_gb', unit: 'GB', pricingUnit: 'GB-Months', chargedBy }
      const sku = optimized ? 'aurora/storage/io_optimized' : 'aurora/storage/standard'
      yield* byUse({ ...stored, description: 'Storage', serviceName: AURORA, sku }, context)
      if (optimized) return
      const io = { key: 'monthly_io_requests', unit: 'requests', pricingUnit: 'Requests', chargedBy }
      yield* byUse({ ...io, description: 'I/O requests', serviceName: AURORA, sku: 'aurora/io' }, context)
      return
    }
    const family = rdsEngine(engine)
    if (!family || db_cluster_instance_class === undefined) {
      yield omitted(
        'unpriced',
        'Multi-AZ DB cluster',
        family ? '`db_cluster_instance_class` is not set' : `the price book holds no prices for "${engine}"`,
      )
      return
    }
    // Its price is that of the writer with both its standbys.
    yield hourly({
      description: `Multi-AZ DB cluster (${db_cluster_instance_class})`,
      serviceName: 'Amazon Relational Database Service',
      sku: `rds/${family}/${db_cluster_instance_class}/multi_az_2standby`,
    })
    yield extra(
      omitted('unpriced', 'Storage', 'the price book holds no storage prices for Multi-AZ DB clusters'),
    )
  },
)
