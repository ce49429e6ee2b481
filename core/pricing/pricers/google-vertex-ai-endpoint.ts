import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/vertex-ai/pricing: the endpoint is free, the nodes of the models deployed to it are charged
export const googleVertexAiEndpoint = pricer({ type: 'google_vertex_ai_endpoint', reads: {} }, function* () {
  const because =
    'charged by the node-hours of the models deployed to it, and they are not deployed by Terraform'
  yield omitted('usageBased', 'Deployed models', because)
})
