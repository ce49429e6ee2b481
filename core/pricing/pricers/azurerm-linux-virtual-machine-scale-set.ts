import { number, string } from '../../domain/reads.ts'
import { MACHINE_DISKS, marketOf } from '../azure-machine.ts'
import { scaleSetParts } from '../azure-scale-set.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/virtual-machine-scale-sets/: the set is free, its machines are charged
export const azurermLinuxVirtualMachineScaleSet = pricer(
  {
    type: 'azurerm_linux_virtual_machine_scale_set',
    reads: { sku: string(), instances: number(0), priority: string('Regular'), ...MACHINE_DISKS },
  },
  function* ({ sku: size, instances: count, priority, ...disks }, context) {
    if (size === undefined) {
      yield omitted('unknown', 'Virtual machines', '`sku` is not set')
      return
    }
    const system = 'linux'
    yield* scaleSetParts({ size, market: marketOf(priority), system, count }, disks, context)
  },
)
