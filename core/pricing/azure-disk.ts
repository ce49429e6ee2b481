/**
 * Managed disks are charged by the smallest tier that holds them, whatever is used of it.
 * https://azure.microsoft.com/pricing/details/managed-disks/
 */
export const DISK_TIERS: readonly (readonly [sizeGiB: number, tier: number])[] = [
  [4, 1],
  [8, 2],
  [16, 3],
  [32, 4],
  [64, 6],
  [128, 10],
  [256, 15],
  [512, 20],
  [1024, 30],
  [2048, 40],
  [4096, 50],
  [8192, 60],
  [16384, 70],
  [32767, 80],
]

interface DiskTier {
  /** e.g. `P30` */
  readonly tier: string
  readonly sizeGiB: number
  readonly sku: string
}

const FAMILIES = {
  Premium: ['premium_ssd', 'p'],
  StandardSSD: ['standard_ssd', 'e'],
  Standard: ['standard_hdd', 's'],
} as const

/** The tier of a disk, by the name of its type (`Premium_LRS`); undefined for types that have none: Ultra, Premium v2. */
export function diskTier(sizeGiB: number, type: string): DiskTier | undefined {
  const [, kind, redundancy = ''] = /^(Premium|StandardSSD|Standard)_(LRS|ZRS)$/i.exec(type) ?? []
  const family = Object.entries(FAMILIES).find(([name]) => name.toLowerCase() === kind?.toLowerCase())
  const tier = DISK_TIERS.find(([size]) => sizeGiB <= size)
  if (!family || !tier) return undefined
  const [, [folder, letter]] = family
  // The smallest hard disk is of 32 GiB.
  const number = letter === 's' ? Math.max(4, tier[1]) : tier[1]
  return {
    tier: `${letter}${number}`.toUpperCase(),
    sizeGiB: letter === 's' ? Math.max(32, tier[0]) : tier[0],
    sku: `azure/disk/${folder}/${letter}${number}/${redundancy.toLowerCase()}`,
  }
}
