import { maybe, number, type Reading, string } from '../../domain/reads.ts'
import { diskTier } from '../azure-disk.ts'
import { MANAGED_DISKS } from '../azure-machine.ts'
import { extra, monthly, omitted, type Part } from '../part.ts'
import { pricer } from '../pricer.ts'

/** What is provisioned besides the size, and how much of it Premium v2 has that is not charged. */
const PROVISIONED = [
  ['iops', 'IOPS-Months', 'Provisioned IOPS', 3000],
  ['throughput', 'MiBps-Months', 'Provisioned throughput', 125],
] as const

// https://azure.microsoft.com/pricing/details/managed-disks/
export const azurermManagedDisk = pricer(
  {
    type: 'azurerm_managed_disk',
    reads: {
      storage_account_type: string(),
      disk_size_gb: number(),
      tier: string(),
      disk_iops_read_write: maybe(number()),
      disk_mbps_read_write: maybe(number()),
    },
  },
  function* (disk) {
    const { storage_account_type: type, disk_size_gb: sizeGiB, tier } = disk
    if (type === undefined || sizeGiB === undefined) {
      const missing = type === undefined ? 'storage_account_type' : 'disk_size_gb'
      yield omitted('unknown', 'Disk', `\`${missing}\` is not set`)
      return
    }
    const family = /^(UltraSSD|PremiumV2)_LRS$/.exec(type)?.[1]
    if (family) {
      const folder = family === 'UltraSSD' ? 'ultra' : 'premium_ssd_v2'
      yield monthly({
        description: `${sizeGiB} GiB`,
        serviceName: MANAGED_DISKS,
        sku: `azure/disk/${folder}/storage`,
        count: sizeGiB,
      })
      yield* provisioned(folder, [disk.disk_iops_read_write, disk.disk_mbps_read_write])
      return
    }
    const charged = diskTier(sizeGiB, type)
    if (!charged) {
      yield omitted('unpriced', 'Disk', `no price for a ${type} disk of ${sizeGiB} GiB`)
      return
    }
    // A performance tier above the size's own is what is charged.
    const chargedTier = tier?.toUpperCase() ?? charged.tier
    yield monthly({
      description: `Disk, ${chargedTier} of ${sizeGiB} GiB`,
      serviceName: MANAGED_DISKS,
      sku: charged.sku.replace(charged.tier.toLowerCase(), chargedTier.toLowerCase()),
      pricingUnit: 'Disk-Months',
      count: 1,
    })
  },
)

function* provisioned(folder: string, figures: readonly Reading<number | undefined>[]): Generator<Part> {
  for (const [index, [name, pricingUnit, description, free]] of PROVISIONED.entries()) {
    const figure = figures[index]!
    if (figure.kind === 'unknown') yield extra(omitted('unknown', description, figure.because))
    else if (figure.value === undefined) {
      if (folder === 'ultra')
        yield extra(omitted('unknown', description, 'Azure chooses it, since nothing is written'))
    } else {
      const included = folder === 'ultra' ? 0 : free
      const count = Math.max(0, figure.value - included)
      if (count > 0)
        yield extra(
          monthly({
            description,
            serviceName: MANAGED_DISKS,
            sku: `azure/disk/${folder}/${name}`,
            pricingUnit,
            count,
          }),
        )
    }
  }
}
