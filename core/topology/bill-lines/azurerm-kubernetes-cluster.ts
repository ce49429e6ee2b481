import { valueAt } from '../value-at.ts'
import { allTagsOf, type BillRule } from './bill-line.ts'

// https://learn.microsoft.com/azure/aks/use-tags
export const azurermKubernetesCluster: BillRule = {
  type: 'azurerm_kubernetes_cluster',
  summary:
    "Nodes of its default pool carry `default_node_pool.tags`; the cluster's own tags reach the fee of its tier alone.",
  lines: (resource) => [
    {
      what: 'nodes',
      tags: [
        {
          kind: 'written',
          value: valueAt(resource.attributes, 'default_node_pool.tags'),
          style: 'map',
          name: 'default_node_pool.tags',
        },
      ],
      remedy: 'write them in `default_node_pool { tags }`',
    },
    { what: 'tier', sku: 'aks/', tags: [allTagsOf(resource)], remedy: 'write them in `tags`' },
  ],
}
