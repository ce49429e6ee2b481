import { block, blocks, isSet, maybe, number, type Read, string } from '../domain/reads.ts'
import { diskTier } from './azure-disk.ts'
import { nodePrice } from './node-price.ts'
import { assumption, extra, hourly, type Meter, omitted, type Part, type Scaling } from './part.ts'
import { type PriceBook, signOfPrices } from './price-book.ts'
import type { PricingContext } from './pricer.ts'

const VIRTUAL_MACHINES = 'Virtual Machines'
export const MANAGED_DISKS = 'Managed Disks'

export interface AzureMachines {
  /** e.g. `Virtual machine`, `Nodes` */
  readonly noun: string
  readonly size: string
  readonly market: 'on-demand' | 'spot' | 'low-priority'
  readonly system: 'linux' | 'windows' | 'windows-own-licence'
  readonly count: number
  readonly scaling?: Scaling | undefined
  readonly serviceName?: string
}

/** The machines' own price. https://azure.microsoft.com/pricing/details/virtual-machines/linux/ */
export function* azureMachines(machines: AzureMachines, context: PricingContext): Generator<Part> {
  const { noun, market, system, count, scaling, serviceName = VIRTUAL_MACHINES } = machines
  const size = sizeName(context.book, machines.size)
  const description = `${noun} (${size}, ${market})`
  const { region, provider, book } = context
  const onDemand = `azure-vm/linux/${size}`
  // Where the region is unknown, that is the reason, whatever the market.
  if (market === 'on-demand' || region.kind !== 'string')
    yield hourly({ description, serviceName, sku: onDemand, count, scaling })
  else {
    const found = market === 'spot' ? nodePrice(book, provider, region.value, size, true) : undefined
    if (!found) {
      const instead = context.price(onDemand)
      const ceiling = instead
        ? `; on demand each would be ${signOfPrices(context.book)}${(instead.price.listUnitPrice * context.hours).toFixed(2)} a month`
        : ''
      yield omitted('unpriced', description, `no ${market} price for ${size} in ${region.value}${ceiling}`)
      return
    }
    yield assumption(`spot prices stay as they were on ${found.price.sourceDate}`)
    yield hourly({ description, serviceName, sku: found.price.skuId, count, scaling, found })
  }
  if (system === 'windows')
    yield extra(omitted('unpriced', 'Windows licence', 'the price book holds the machines without Windows'))
  if (system === 'windows-own-licence') yield assumption('Windows is licensed already (`license_type`)')
}

const namesOf = new WeakMap<PriceBook, ReadonlyMap<string, string>>()

/** A size as the book spells it: Azure does not tell `STANDARD_DS3_V2` from `Standard_DS3_v2`. */
export function sizeName(book: PriceBook, size: string): string {
  let names = namesOf.get(book)
  if (!names) {
    names = new Map(
      book.instanceTypes('azurerm').map(({ instanceType }) => [instanceType.toLowerCase(), instanceType]),
    )
    namesOf.set(book, names)
  }
  return names.get(size.toLowerCase()) ?? size
}

/** `Spot` and `Low` priority in all their spellings. */
export function marketOf(priority: string): AzureMachines['market'] {
  if (/^spot$/i.test(priority)) return 'spot'
  return /^low/i.test(priority) ? 'low-priority' : 'on-demand'
}

export function systemOf(windows: boolean, licence: string | undefined): AzureMachines['system'] {
  if (!windows) return 'linux'
  return /^Windows_(?:Server|Client)$/.test(licence ?? '') ? 'windows-own-licence' : 'windows'
}

export interface Disks {
  /** e.g. `OS disk` */
  readonly name: string
  readonly type: string
  readonly sizeGiB: number
  readonly count: number
  readonly scaling?: Scaling | undefined
  /** Disks of scaling groups are there only while their machines are. */
  readonly rate?: Meter['rate']
}

/** Managed disks that are charged by tier. */
export function azureDisks({ name, type, sizeGiB, count, scaling, rate = 'monthly' }: Disks): Part {
  const disk = diskTier(sizeGiB, type)
  if (!disk) return omitted('unpriced', name, `a ${type} disk that a machine declares has no price here`)
  return {
    kind: 'meter',
    description: `${name}, ${disk.tier} of ${disk.sizeGiB} GiB`,
    serviceName: MANAGED_DISKS,
    sku: disk.sku,
    pricingUnit: 'Disk-Months',
    count,
    scaling,
    rate,
    extra: false,
  }
}

const OS_DISK = {
  storage_account_type: string('Standard_LRS'),
  disk_size_gb: number(),
  diff_disk_settings: isSet,
}
const DATA_DISK = { storage_account_type: string('Standard_LRS'), disk_size_gb: number() }

/** How virtual machines and scale sets declare their disks. */
export const MACHINE_DISKS = { os_disk: maybe(block(OS_DISK)), data_disk: blocks(DATA_DISK) }

/** What most images of Linux and of Windows need. */
const IMAGE_GIB = { linux: 30, windows: 127 }

/** The system disk of machines; without a size, the image's. One on the machine's own disk is not charged. */
export function* osDisks(
  disk: Read<typeof MACHINE_DISKS>['os_disk'],
  windows: boolean,
  place: Pick<Disks, 'count' | 'scaling' | 'rate'>,
): Generator<Part> {
  if (disk.kind === 'unknown' || !disk.value) {
    yield omitted('unknown', 'OS disk', disk.kind === 'unknown' ? disk.because : '`os_disk` is not set')
    return
  }
  const { storage_account_type: type, disk_size_gb: size, diff_disk_settings: ephemeral } = disk.value
  if (ephemeral) return
  const imageGiB = windows ? IMAGE_GIB.windows : IMAGE_GIB.linux
  if (size === undefined) yield assumption(`OS disks without a size have the ${imageGiB} GiB of most images`)
  yield azureDisks({ name: 'OS disk', type, sizeGiB: size ?? imageGiB, ...place })
}

/** Disks for data that machines declare themselves. */
export function* dataDisks(
  disks: Read<typeof MACHINE_DISKS>['data_disk'],
  place: Pick<Disks, 'count' | 'scaling' | 'rate'>,
): Generator<Part> {
  for (const disk of disks) {
    if (disk.kind === 'unknown') yield omitted('unknown', 'Data disk', disk.because)
    else if (disk.value.disk_size_gb === undefined)
      yield omitted('unknown', 'Data disk', '`disk_size_gb` is not set')
    else {
      const { storage_account_type: type, disk_size_gb: sizeGiB } = disk.value
      yield azureDisks({ name: 'Data disk', type, sizeGiB, ...place })
    }
  }
}
