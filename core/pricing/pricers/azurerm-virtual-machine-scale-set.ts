import {
  block,
  blocks,
  isSet,
  known,
  maybe,
  number,
  type Read,
  type Reading,
  string,
} from '../../domain/reads.ts'
import { type MACHINE_DISKS, marketOf } from '../azure-machine.ts'
import { scaleSetParts } from '../azure-scale-set.ts'
import { extra, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const OS_DISK = { managed_disk_type: string('Standard_LRS'), vhd_containers: isSet }
const DATA_DISK = { managed_disk_type: string('Standard_LRS'), disk_size_gb: number() }

// https://azure.microsoft.com/pricing/details/virtual-machine-scale-sets/: the set is free, its machines are charged
export const azurermVirtualMachineScaleSet = pricer(
  {
    type: 'azurerm_virtual_machine_scale_set',
    reads: {
      sku: block({ name: string(), capacity: number(0) }),
      priority: string('Regular'),
      os_profile_windows_config: block({ provision_vm_agent: string() }),
      storage_profile_os_disk: maybe(block(OS_DISK)),
      storage_profile_data_disk: blocks(DATA_DISK),
    },
  },
  function* ({ sku, priority, os_profile_windows_config, ...disks }, context) {
    if (sku?.name === undefined) {
      yield omitted('unknown', 'Virtual machines', '`sku` is not set')
      return
    }
    const { storage_profile_os_disk: os, storage_profile_data_disk: others } = disks
    const system = os_profile_windows_config ? 'windows' : 'linux'
    const set = { size: sku.name, market: marketOf(priority), system, count: sku.capacity } as const
    yield* scaleSetParts(set, { os_disk: asOsDisk(os), data_disk: others.map(asDataDisk) }, context)
    if (os.kind === 'known' && os.value?.vhd_containers)
      yield extra(omitted('usageBased', 'OS disk', 'charged by the GB in its storage account'))
  },
)

type Disks = Read<typeof MACHINE_DISKS>

/** The same disk as newer types declare it. One in a storage account is no managed disk. */
function asOsDisk(disk: Reading<Read<typeof OS_DISK> | undefined>): Disks['os_disk'] {
  if (disk.kind === 'unknown') return disk
  if (!disk.value) return { kind: 'unknown', because: '`storage_profile_os_disk` is not set' }
  const { managed_disk_type: storage_account_type, vhd_containers } = disk.value
  return known({ storage_account_type, disk_size_gb: undefined, diff_disk_settings: vhd_containers })
}

function asDataDisk(disk: Reading<Read<typeof DATA_DISK>>): Disks['data_disk'][number] {
  if (disk.kind === 'unknown') return disk
  const { managed_disk_type: storage_account_type, disk_size_gb } = disk.value
  return known({ storage_account_type, disk_size_gb })
}
