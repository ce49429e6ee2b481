import { maybe, string } from '../../domain/reads.ts'
import { azureMachines, MACHINE_DISKS, marketOf, osDisks, systemOf } from '../azure-machine.ts'
import { extras, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/virtual-machines/windows/
export const azurermWindowsVirtualMachine = pricer(
  {
    type: 'azurerm_windows_virtual_machine',
    reads: {
      size: string(),
      priority: string('Regular'),
      license_type: maybe(string()),
      os_disk: MACHINE_DISKS.os_disk,
    },
  },
  function* ({ size, priority, license_type: licence, os_disk }, context) {
    if (size === undefined) {
      yield omitted('unknown', 'Virtual machine', '`size` is not set')
      return
    }
    const market = marketOf(priority)
    const system = systemOf(true, licence.kind === 'known' ? licence.value : undefined)
    yield* azureMachines({ noun: 'Virtual machine', size, market, system, count: 1 }, context)
    yield* extras(osDisks(os_disk, true, { count: 1 }))
  },
)
