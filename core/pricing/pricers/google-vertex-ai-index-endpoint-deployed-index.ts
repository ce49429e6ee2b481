import { block } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { DEDICATED_RESOURCES, vertexNodes } from '../vertex-nodes.ts'

// https://cloud.google.com/vertex-ai/pricing#vectorsearch
export const googleVertexAiIndexEndpointDeployedIndex = pricer(
  {
    type: 'google_vertex_ai_index_endpoint_deployed_index',
    reads: { dedicated_resources: block(DEDICATED_RESOURCES) },
  },
  function* ({ dedicated_resources: dedicated }, context) {
    if (dedicated) yield* vertexNodes('vector_search', dedicated, context)
    else
      yield omitted(
        'unknown',
        'Nodes',
        "the index's shard size chooses them: `dedicated_resources` is not set",
      )
  },
)
