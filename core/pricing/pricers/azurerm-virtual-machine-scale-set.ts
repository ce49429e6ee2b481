import { block, number, string } from '../../domain/reads.ts'
import { azureMachines, marketOf } from '../azure-machine.ts'
import { assumption, extra, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/virtual-machine-scale-sets/: the set is free, its machines are charged
export const azurermVirtualMachineScaleSet = pricer(
  {
    type: 'azurerm_virtual_machine_scale_set',
    reads: {
      sku: block({ name: string(), capacity: number(0) }),
      priority: string('Regular'),
      os_profile_windows_config: block({ provision_vm_agent: string() }),
    },
  },
  function* ({ sku, priority, os_profile_windows_config }, context) {
    if (sku?.name === undefined) {
      yield omitted('unknown', 'Virtual machines', '`sku` is not set')
      return
    }
    const system = os_profile_windows_config ? 'windows' : 'linux'
    yield assumption('scale sets stay at the number of machines that they start with')
    yield* azureMachines(
      { noun: 'Virtual machines', size: sku.name, market: marketOf(priority), system, count: sku.capacity },
      context,
    )
    yield extra(omitted('unpriced', 'Disks', 'those of scale sets of this older type are not read'))
  },
)
