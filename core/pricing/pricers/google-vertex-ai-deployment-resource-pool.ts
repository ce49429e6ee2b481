import { block } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { DEDICATED_RESOURCES, vertexNodes } from '../vertex-nodes.ts'

// https://cloud.google.com/vertex-ai/pricing#prediction-prices: nodes that models share
export const googleVertexAiDeploymentResourcePool = pricer(
  {
    type: 'google_vertex_ai_deployment_resource_pool',
    reads: { dedicated_resources: block(DEDICATED_RESOURCES) },
  },
  function* ({ dedicated_resources: dedicated }, context) {
    if (dedicated) yield* vertexNodes('prediction', dedicated, context)
    else yield omitted('unknown', 'Nodes', '`dedicated_resources` is not set')
  },
)
