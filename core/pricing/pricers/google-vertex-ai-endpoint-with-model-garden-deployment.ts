import { block } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { DEDICATED_RESOURCES, vertexNodes } from '../vertex-nodes.ts'

// https://cloud.google.com/vertex-ai/pricing#prediction-prices
export const googleVertexAiEndpointWithModelGardenDeployment = pricer(
  {
    type: 'google_vertex_ai_endpoint_with_model_garden_deployment',
    reads: { deploy_config: block({ dedicated_resources: block(DEDICATED_RESOURCES) }) },
  },
  function* ({ deploy_config }, context) {
    const dedicated = deploy_config?.dedicated_resources
    if (dedicated) yield* vertexNodes('prediction', dedicated, context)
    else
      yield omitted(
        'unknown',
        'Nodes',
        'Model Garden chooses them: `deploy_config.dedicated_resources` is not set',
      )
  },
)
