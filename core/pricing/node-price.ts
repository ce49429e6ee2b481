import { tableOf } from '../domain/table-of.ts'
import { type FoundPrice, findPrice } from './basis.ts'
import type { PriceBook } from './price-book.ts'

/** The SKU of a virtual machine with Linux, by provider. Spot machines have a SKU of their own. */
const MACHINE_SKUS: Readonly<Record<string, (instanceType: string, spot: boolean) => string>> = tableOf({
  aws: (type, spot) => `ec2/linux${spot ? '-spot' : ''}/${type}`,
  google: (type, spot) => `gce/vm${spot ? '-spot' : ''}/${type}`,
  azurerm: (type, spot) => `azure-vm/linux${spot ? '-spot' : ''}/${type}`,
})

/**
 * What an hour of a machine costs, on demand or spot, with the GPUs and TPU chips that belong to its type. GPUs that are
 * attached to it (Google's N1) are charged besides: see {@link attachedGpuPrice}. A custom type of Google's
 * (`n2-custom-4-16384`) is priced by its vCPUs and memory. Undefined where the book has no price: spot never falls back
 * to on demand.
 */
export function nodePrice(
  book: PriceBook,
  provider: string,
  regionId: string,
  instanceType: string,
  spot: boolean,
): FoundPrice | undefined {
  const sku = MACHINE_SKUS[provider]?.(instanceType, spot)
  if (sku === undefined) return undefined
  return (
    findPrice(book, provider, regionId, sku) ??
    (provider === 'google' ? customMachinePrice(book, regionId, instanceType, spot) : undefined)
  )
}

/** What an hour of one GPU costs that is attached to a Google machine, by Google's name: `nvidia-tesla-t4`. */
export function attachedGpuPrice(
  book: PriceBook,
  regionId: string,
  accelerator: string,
  spot: boolean,
): FoundPrice | undefined {
  return findPrice(book, 'google', regionId, `gce/gpu${spot ? '-spot' : ''}/${accelerator}`)
}

/** vCPUs and MiB of memory of a custom machine type: `custom-4-8192` is N1's, `-ext` allows more memory. */
const CUSTOM = /^(?:([a-z]\w*)-)?custom-(\d{1,3})-(\d{1,7})(-ext)?$/

export interface CustomMachine {
  readonly family: string
  readonly vcpu: number
  readonly memoryGiB: number
}

/** What a custom machine type of Google's is made of; undefined where the name is not one, or has extended memory. */
export function customMachine(instanceType: string): CustomMachine | undefined {
  const [, family = 'n1', vcpu, memoryMiB, extended] = CUSTOM.exec(instanceType) ?? []
  // Extended memory has a price of its own, which no source has.
  if (vcpu === undefined || extended) return undefined
  return { family, vcpu: Number(vcpu), memoryGiB: Number(memoryMiB) / 1024 }
}

/** Custom N1 and N2 machines cost so much more than predefined ones in Infracost's goldens of 2024. */
const CUSTOM_PREMIUM = 1.05

function customMachinePrice(
  book: PriceBook,
  regionId: string,
  instanceType: string,
  spot: boolean,
): FoundPrice | undefined {
  const machine = customMachine(instanceType)
  if (!machine) return undefined
  const { family, vcpu, memoryGiB } = machine
  const suffix = spot ? '-spot' : ''
  const cpu = book.price('google', regionId, `gce/vcpu${suffix}/${family}`)
  const memory = book.price('google', regionId, `gce/memory${suffix}/${family}`)
  if (!cpu || !memory) return undefined
  const hourly = (vcpu * cpu.listUnitPrice + memoryGiB * memory.listUnitPrice) * CUSTOM_PREMIUM
  return {
    price: {
      ...cpu,
      skuId: `gce/vm${suffix}/${instanceType}`,
      pricingUnit: 'Hours',
      // Products carry noise beyond the digits of a price.
      listUnitPrice: Number(hourly.toFixed(10)),
    },
    basis: {
      kind: 'equivalent',
      skuId: cpu.skuId,
      rule: `vCPUs and memory of predefined ${family.toUpperCase()} machines, and 5 % for a custom size`,
    },
  }
}
