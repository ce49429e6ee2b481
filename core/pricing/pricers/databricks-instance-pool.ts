import { block, maybe, number, string } from '../../domain/reads.ts'
import { azureMachines, marketOf } from '../azure-machine.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://learn.microsoft.com/azure/databricks/compute/pool-index: idle machines are charged, without DBUs
export const databricksInstancePool = pricer(
  {
    type: 'databricks_instance_pool',
    reads: {
      node_type_id: string(),
      min_idle_instances: number(0),
      max_capacity: maybe(number()),
      azure_attributes: block({ availability: string('ON_DEMAND_AZURE') }),
    },
  },
  function* ({ node_type_id: size, min_idle_instances: idle, azure_attributes }, context) {
    if (size === undefined) {
      yield omitted('unknown', 'Idle machines', '`node_type_id` is not set')
      return
    }
    const spot = /^SPOT/.test(azure_attributes?.availability ?? '')
    yield assumption(
      'of an instance pool `min_idle_instances` are counted; clusters count those that they use',
    )
    yield* azureMachines(
      { noun: 'Idle machines', size, market: marketOf(spot ? 'Spot' : ''), system: 'linux', count: idle },
      context,
    )
  },
)
