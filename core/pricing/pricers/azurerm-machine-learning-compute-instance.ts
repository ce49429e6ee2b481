import { string } from '../../domain/reads.ts'
import { azureDisks, azureMachines } from '../azure-machine.ts'
import { extras, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** The system disk of a compute instance, charged also while it is stopped. */
const OS_DISK = { name: 'OS disk', type: 'Premium_LRS', sizeGiB: 128, count: 1 }

// https://learn.microsoft.com/azure/machine-learning/how-to-manage-compute-instance
export const azurermMachineLearningComputeInstance = pricer(
  {
    type: 'azurerm_machine_learning_compute_instance',
    reads: { virtual_machine_size: string() },
  },
  function* ({ virtual_machine_size: size }, context) {
    if (size === undefined) {
      yield omitted('unknown', 'Compute instance', '`virtual_machine_size` is not set')
      return
    }
    yield* azureMachines(
      {
        noun: 'Compute instance',
        size,
        market: 'on-demand',
        system: 'linux',
        count: 1,
        serviceName: 'Azure Machine Learning',
      },
      context,
    )
    yield* extras([azureDisks(OS_DISK)])
  },
)
