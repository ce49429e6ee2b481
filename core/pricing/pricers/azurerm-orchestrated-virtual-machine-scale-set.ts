import { block, number, string } from '../../domain/reads.ts'
import { MACHINE_DISKS, marketOf } from '../azure-machine.ts'
import { scaleSetParts } from '../azure-scale-set.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/virtual-machine-scale-sets/: the set is free, its machines are charged
export const azurermOrchestratedVirtualMachineScaleSet = pricer(
  {
    type: 'azurerm_orchestrated_virtual_machine_scale_set',
    reads: {
      sku_name: string(),
      instances: number(0),
      priority: string('Regular'),
      priority_mix: block({ base_regular_count: number(0), regular_percentage_above_base: number(0) }),
      os_profile: block({ windows_configuration: block({ enable_automatic_updates: string() }) }),
      ...MACHINE_DISKS,
    },
  },
  function* (
    { sku_name: size, instances: count, priority, priority_mix: mix, os_profile, ...disks },
    context,
  ) {
    if (size === undefined || size === 'Mix') {
      const because = size === 'Mix' ? 'it chooses among several sizes at launch' : '`sku_name` is not set'
      yield omitted('unknown', 'Virtual machines', because)
      return
    }
    const system = os_profile?.windows_configuration ? 'windows' : 'linux'
    if (mix && marketOf(priority) === 'spot')
      yield assumption('all machines are spot machines, whatever `priority_mix` keeps on demand')
    yield* scaleSetParts({ size, market: marketOf(priority), system, count }, disks, context)
  },
)
