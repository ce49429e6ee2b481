import { string } from '../../domain/reads.ts'
import { azureMachines, MACHINE_DISKS, marketOf, osDisks } from '../azure-machine.ts'
import { extras, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/virtual-machines/linux/
export const azurermLinuxVirtualMachine = pricer(
  {
    type: 'azurerm_linux_virtual_machine',
    reads: { size: string(), priority: string('Regular'), os_disk: MACHINE_DISKS.os_disk },
  },
  function* ({ size, priority, os_disk }, context) {
    if (size === undefined) {
      yield omitted('unknown', 'Virtual machine', '`size` is not set')
      return
    }
    const market = marketOf(priority)
    const system = 'linux'
    yield* azureMachines({ noun: 'Virtual machine', size, market, system, count: 1 }, context)
    yield* extras(osDisks(os_disk, false, { count: 1 }))
  },
)
