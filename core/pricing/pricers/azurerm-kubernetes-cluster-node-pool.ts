import { poolNodes } from '../kubernetes/pool-nodes.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/kubernetes-service/: the pool is free, its machines are charged
export const azurermKubernetesClusterNodePool = pricer(
  { type: 'azurerm_kubernetes_cluster_node_pool', reads: {} },
  function* (_, context) {
    yield* poolNodes(context, 'Virtual Machines')
  },
)
