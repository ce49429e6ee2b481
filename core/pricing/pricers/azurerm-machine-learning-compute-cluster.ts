import { block, number, string } from '../../domain/reads.ts'
import { azureMachines, marketOf } from '../azure-machine.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/machine-learning/: no surcharge, the machines are charged
export const azurermMachineLearningComputeCluster = pricer(
  {
    type: 'azurerm_machine_learning_compute_cluster',
    reads: {
      vm_size: string(),
      vm_priority: string('Dedicated'),
      scale_settings: block({ min_node_count: number(0), max_node_count: number() }),
    },
  },
  function* ({ vm_size: size, vm_priority, scale_settings: scale }, context) {
    if (size === undefined || !scale) {
      yield omitted('unknown', 'Nodes', `\`${size === undefined ? 'vm_size' : 'scale_settings'}\` is not set`)
      return
    }
    const { min_node_count: low, max_node_count: high = 'unbounded' } = scale
    yield assumption('compute clusters stay at `min_node_count` until jobs run')
    const market = marketOf(vm_priority)
    const nodes = { noun: 'Nodes', size, system: 'linux', count: low, scaling: { low, high } } as const
    yield* azureMachines({ ...nodes, market, serviceName: 'Azure Machine Learning' }, context)
  },
)
