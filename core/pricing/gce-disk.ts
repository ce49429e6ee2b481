import { COMPUTE_ENGINE } from './gce-machine.ts'
import { type Meter, mapScaling, monthly, omitted, type Part, type Scaling } from './part.ts'

/** GB of a local SSD that is attached by itself; those of some machine types belong to the machine. */
const LOCAL_SSD_GB = 375

/** How many times a disk is there, and when it is charged. */
export interface DiskPlacement {
  readonly count: number
  readonly scaling?: Scaling | undefined
  readonly rate: Meter['rate']
}

/** One disk that is charged as long as it is there. */
export const ONE_DISK: DiskPlacement = { count: 1, rate: 'monthly' }

export interface GceDisk {
  /** e.g. `Boot disk` */
  readonly name: string
  /** `pd-ssd`, `hyperdisk-balanced`; also the path of a disk type. */
  readonly type: string
  readonly sizeGb: number
  /** Kept in two zones. */
  readonly regional?: boolean
}

/** What is charged for a disk's capacity. https://cloud.google.com/compute/disks-image-pricing */
export function* gceDisk(
  { name, sizeGb, regional = false, ...disk }: GceDisk,
  placement: DiskPlacement,
): Generator<Part> {
  const type = disk.type.replace(/^.*\//, '')
  yield storage(`${name}, ${sizeGb} GB ${type}`, diskSku(type, regional), sizeGb, placement)
  if (type.startsWith('hyperdisk-') || type === 'pd-extreme')
    yield omitted('unpriced', `${name}'s performance`, `no price for the IOPS and throughput of ${type}`)
}

export function* localSsds(disks: number, placement: DiskPlacement): Generator<Part> {
  if (disks === 0) return
  const name = `Local SSD${disks === 1 ? '' : 's'}, ${disks} × ${LOCAL_SSD_GB} GB`
  yield storage(name, 'gce/local_ssd/storage', disks * LOCAL_SSD_GB, placement)
}

function storage(
  description: string,
  sku: string,
  gb: number,
  { count, scaling, rate }: DiskPlacement,
): Meter {
  const moved = scaling && mapScaling(scaling, (instances) => instances * gb)
  const meter = monthly({ description, serviceName: COMPUTE_ENGINE, sku, count: gb * count, scaling: moved })
  return { ...meter, rate }
}

function diskSku(type: string, regional: boolean): string {
  if (type.startsWith('hyperdisk-')) return `gce/hyperdisk/${type.slice('hyperdisk-'.length)}/storage`
  return `gce/pd/${type.replace(/^pd-/, '')}/${regional ? 'regional/' : ''}storage`
}
