import { byUse } from './by-use.ts'
import { extra, extras, monthly, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

const FSX = 'Amazon FSx'
/** Each GiB of SSD storage brings as many. */
const INCLUDED_IOPS = 3

export interface FsxVolume {
  /** What its SKUs begin with: `fsx/ontap/single_az`. */
  readonly sku: string
  readonly storageType: string
  /** GiB */
  readonly size: number
  /** MB/s */
  readonly throughput: number
  /** Provisioned; undefined where that brings nothing that is charged. */
  readonly iops?: number | undefined
}

/** Storage, throughput and IOPS of a file system, which are alike for ONTAP, OpenZFS and Windows. */
export function* fsxVolume({ sku, storageType, size, throughput, iops = 0 }: FsxVolume): Generator<Part> {
  yield monthly({
    description: `${storageType} storage, ${size} GiB`,
    serviceName: FSX,
    sku: `${sku}/${storageType.toLowerCase()}/storage`,
    count: size,
  })
  yield extra(
    monthly({
      description: `Throughput, ${throughput} MB/s`,
      serviceName: FSX,
      sku: `${sku}/throughput`,
      count: throughput,
      pricingUnit: 'MiBps-Months',
    }),
  )
  const above = iops - size * INCLUDED_IOPS
  if (above > 0)
    yield extra(
      monthly({
        description: `IOPS above ${INCLUDED_IOPS} for each GiB`,
        serviceName: FSX,
        sku: `${sku}/iops`,
        count: above,
        pricingUnit: 'IOPS-Months',
      }),
    )
}

export function fsxBackups(context: PricingContext): Iterable<Part> {
  return stored('Backups', 'backup_storage_gb', 'fsx/backup/storage', 'what is stored', context)
}

export function fsxCapacityPool(sku: string, context: PricingContext): Iterable<Part> {
  return stored(
    'Capacity pool',
    'capacity_pool_storage_gb',
    `${sku}/capacity_pool/storage`,
    'what is stored there',
    context,
  )
}

function stored(
  description: string,
  key: string,
  sku: string,
  chargedBy: string,
  context: PricingContext,
): Iterable<Part> {
  const use = { description, serviceName: FSX, key, unit: 'GB', sku, pricingUnit: 'GB-Months', chargedBy }
  return extras(byUse(use, context))
}
