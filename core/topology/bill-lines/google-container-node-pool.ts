import { allTagsOf, type BillRule } from './bill-line.ts'

// https://cloud.google.com/kubernetes-engine/docs/how-to/creating-managing-labels#label_propagation
export const googleContainerNodePool: BillRule = {
  type: 'google_container_node_pool',
  summary:
    "Nodes carry `resource_labels` of the cluster, and over them `node_config.resource_labels`. `node_config.labels` are Kubernetes' own and not on the bill.",
  lines: (resource, graph) => {
    const cluster = graph.targets(resource, 'runsOn')
    return [
      {
        what: 'nodes',
        tags: [
          ...(cluster.kind === 'linked' ? cluster.resources.slice(0, 1).map(allTagsOf) : []),
          allTagsOf(resource),
        ],
        remedy: 'write them in `node_config { resource_labels }`',
      },
    ]
  },
}
