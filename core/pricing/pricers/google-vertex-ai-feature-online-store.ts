import { block, isSet, number } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { HOURS_PER_MONTH } from '../usage.ts'
import { VERTEX_AI } from '../vertex-nodes.ts'

// https://cloud.google.com/vertex-ai/pricing#featurestore
export const googleVertexAiFeatureOnlineStore = pricer(
  {
    type: 'google_vertex_ai_feature_online_store',
    reads: {
      bigtable: block({
        auto_scaling: block({ min_node_count: number(1), max_node_count: number() }),
      }),
      optimized: isSet,
    },
  },
  function* ({ bigtable, optimized }, context) {
    const scaling = bigtable?.auto_scaling
    if (scaling) {
      const { min_node_count: low, max_node_count: high = 'unbounded' } = scaling
      yield hourly({
        description: 'Bigtable serving nodes',
        serviceName: VERTEX_AI,
        sku: 'vertex/feature_store/serving/bigtable',
        count: low,
        scaling: { low, high },
      })
      yield* extras(
        byUse(
          {
            description: 'Bigtable storage',
            serviceName: VERTEX_AI,
            key: 'storage_gb',
            unit: 'GB',
            sku: 'vertex/feature_store/storage/bigtable',
            pricingUnit: 'GB-Hours',
            per: HOURS_PER_MONTH,
            chargedBy: 'the GB stored',
          },
          context,
        ),
      )
    } else if (optimized)
      yield* byUse(
        {
          description: 'Optimized serving nodes',
          serviceName: VERTEX_AI,
          key: 'monthly_node_hours',
          unit: 'node-hours',
          sku: 'vertex/feature_store/serving/optimized',
          pricingUnit: 'Hours',
          chargedBy: 'the node-hours that its feature views need',
        },
        context,
      )
    else yield omitted('unknown', 'Serving', 'neither `bigtable` nor `optimized` is set')
  },
)
