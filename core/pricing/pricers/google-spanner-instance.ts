import { number, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** A node is so many processing units. */
const UNITS_OF_A_NODE = 1000

// https://cloud.google.com/spanner/pricing
export const googleSpannerInstance = pricer(
  {
    type: 'google_spanner_instance',
    reads: { num_nodes: number(), processing_units: number(), edition: string('STANDARD') },
  },
  function* ({ num_nodes, processing_units, edition }) {
    const nodes =
      num_nodes ?? (processing_units === undefined ? undefined : processing_units / UNITS_OF_A_NODE)
    if (nodes === undefined)
      yield omitted('unknown', 'Nodes', 'neither `num_nodes` nor `processing_units` is set')
    else
      yield hourly({
        description: `Nodes (${edition})`,
        serviceName: 'Spanner',
        sku: `spanner/${edition.toLowerCase()}/node`,
        count: nodes,
      })
  },
)
