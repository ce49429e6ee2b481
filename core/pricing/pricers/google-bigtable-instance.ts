import { block, blocks, number, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/bigtable/pricing
export const googleBigtableInstance = pricer(
  {
    type: 'google_bigtable_instance',
    reads: {
      cluster: blocks({
        cluster_id: string(''),
        num_nodes: number(1),
        autoscaling_config: block({ min_nodes: number(1), max_nodes: number(1) }),
      }),
    },
  },
  function* ({ cluster: clusters }) {
    for (const cluster of clusters) {
      if (cluster.kind === 'unknown') {
        yield omitted('unknown', 'Nodes', cluster.because)
        continue
      }
      const { cluster_id, num_nodes, autoscaling_config: autoscaling } = cluster.value
      yield hourly({
        description: `Nodes (${cluster_id})`,
        serviceName: 'Bigtable',
        sku: 'bigtable/node',
        count: autoscaling?.min_nodes ?? num_nodes,
        scaling: autoscaling && { low: autoscaling.min_nodes, high: autoscaling.max_nodes },
      })
    }
  },
)
