import { block, number } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'
import { HOURS_PER_MONTH } from '../usage.ts'
import { VERTEX_AI } from '../vertex-nodes.ts'

// https://cloud.google.com/vertex-ai/pricing#featurestore
export const googleVertexAiFeaturestore = pricer(
  {
    type: 'google_vertex_ai_featurestore',
    reads: {
      online_serving_config: block({
        fixed_node_count: number(),
        scaling: block({ min_node_count: number(1), max_node_count: number() }),
      }),
    },
  },
  function* ({ online_serving_config: serving }, context) {
    const { min_node_count: min, max_node_count: max } = serving?.scaling ?? {}
    const count = serving?.fixed_node_count ?? min ?? 0
    if (count > 0)
      yield hourly({
        description: 'Online serving nodes',
        serviceName: VERTEX_AI,
        sku: 'vertex/feature_store/serving/bigtable',
        count,
        scaling: min === undefined ? undefined : { low: min, high: max ?? 'unbounded' },
      })
    yield* extras(
      byUse(
        {
          description: 'Online storage',
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
  },
)
