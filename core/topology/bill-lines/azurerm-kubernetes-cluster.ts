import { valueAt } from '../value-at.ts'
import type { BillRule } from './bill-line.ts'

// https://learn.microsoft.com/azure/aks/use-tags
export const azurermKubernetesCluster: BillRule = {
  type: 'azurerm_kubernetes_cluster',
  summary:
    "Nodes of its default pool carry `default_node_pool.tags`; the cluster's own tags do not reach them.",
  lines: ({ attributes }) => [
    {
      what: 'nodes',
      tags: [
        {
          kind: 'written',
          value: valueAt(attributes, 'default_node_pool.tags'),
          style: 'map',
          name: 'default_node_pool.tags',
        },
      ],
      remedy: 'write them in `default_node_pool { tags }`',
    },
  ],
}
