import { string } from '../../domain/reads.ts'
import { extra, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { rates } from '../rates.ts'
import { rdsEngine } from '../rds.ts'

// https://aws.amazon.com/rds/aurora/pricing/: Aurora's instances are resources of their own, its storage is not
export const awsRdsCluster = pricer(
  {
    type: 'aws_rds_cluster',
    reads: { engine: string('aurora'), db_cluster_instance_class: string(), storage_type: string() },
  },
  function* ({ engine, db_cluster_instance_class, storage_type }, context) {
    if (engine.startsWith('aurora')) {
      const optimized = storage_type === 'aurora-iopt1'
      yield omitted(
        'usageBased',
        'Storage',
        `charged by what is stored${optimized ? '' : ', read and written'}`,
      )
      yield* rates(
        optimized ? ['aurora/storage/io_optimized'] : ['aurora/storage/standard', 'aurora/io'],
        context,
      )
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
