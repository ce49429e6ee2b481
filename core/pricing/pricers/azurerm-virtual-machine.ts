import { block, blocks, known, maybe, number, type Read, type Reading, string } from '../../domain/reads.ts'
import { azureDisks, azureMachines, type MACHINE_DISKS, osDisks, systemOf } from '../azure-machine.ts'
import { extras, omitted, type Part } from '../part.ts'
import { pricer } from '../pricer.ts'

const OS_DISK = { managed_disk_type: string('Standard_LRS'), disk_size_gb: number() }

// https://azure.microsoft.com/pricing/details/virtual-machines/linux/
export const azurermVirtualMachine = pricer(
  {
    type: 'azurerm_virtual_machine',
    reads: {
      vm_size: string(),
      license_type: maybe(string()),
      os_profile_windows_config: block({ timezone: maybe(string()) }),
      storage_os_disk: maybe(block(OS_DISK)),
      storage_data_disk: blocks(OS_DISK),
    },
  },
  function* ({ vm_size: size, license_type: licence, os_profile_windows_config, ...disks }, context) {
    if (size === undefined) {
      yield omitted('unknown', 'Virtual machine', '`vm_size` is not set')
      return
    }
    const windows = os_profile_windows_config !== undefined
    const system = systemOf(windows, licence.kind === 'known' ? licence.value : undefined)
    yield* azureMachines({ noun: 'Virtual machine', size, market: 'on-demand', system, count: 1 }, context)
    const { storage_os_disk: os, storage_data_disk: others } = disks
    yield* extras(osDisks(asOsDisk(os), windows, { count: 1 }))
    yield* extras(others.map(dataDisk))
  },
)

type OsDisk = Read<typeof MACHINE_DISKS>['os_disk']

/** The same disk as newer types declare it. */
function asOsDisk(disk: Reading<Read<typeof OS_DISK> | undefined>): OsDisk {
  if (disk.kind === 'unknown') return disk
  if (!disk.value) return known(undefined)
  const { managed_disk_type: storage_account_type, disk_size_gb } = disk.value
  return known({ storage_account_type, disk_size_gb, diff_disk_settings: false })
}

function dataDisk(disk: Reading<Read<typeof OS_DISK>>): Part {
  if (disk.kind === 'unknown') return omitted('unknown', 'Data disk', disk.because)
  const { managed_disk_type: type, disk_size_gb: sizeGiB } = disk.value
  if (sizeGiB === undefined) return omitted('unknown', 'Data disk', '`disk_size_gb` is not set')
  return azureDisks({ name: 'Data disk', type, sizeGiB, count: 1 })
}
