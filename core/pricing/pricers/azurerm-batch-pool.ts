import { block, number, string } from '../../domain/reads.ts'
import { azureMachines } from '../azure-machine.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/batch/: the pool is free, its machines are charged
export const azurermBatchPool = pricer(
  {
    type: 'azurerm_batch_pool',
    reads: {
      vm_size: string(),
      fixed_scale: block({ target_dedicated_nodes: number(1), target_low_priority_nodes: number(0) }),
      auto_scale: block({ formula: string() }),
    },
  },
  function* ({ vm_size: size, fixed_scale: fixed, auto_scale }, context) {
    if (size === undefined || auto_scale || !fixed) {
      const because = size === undefined ? '`vm_size` is not set' : 'a formula says how many nodes there are'
      yield omitted('unknown', 'Nodes', because)
      return
    }
    yield assumption('the nodes of a pool run Linux')
    const nodes = { noun: 'Nodes', size, system: 'linux' } as const
    const { target_dedicated_nodes: dedicated, target_low_priority_nodes: low } = fixed
    if (dedicated > 0 || low === 0)
      yield* azureMachines({ ...nodes, market: 'on-demand', count: dedicated }, context)
    if (low > 0) yield* azureMachines({ ...nodes, market: 'low-priority', count: low }, context)
  },
)
