import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DERIVED_FACTS } from './derived-facts.ts'

/** Prices by region and the facts' own name. */
type Found = Map<string, number[]>

/**
 * The prices of a folder of facts, each SKU under the facts' own name: machines from compute.csv, GPUs and TPU chips from
 * accelerators.csv, the rest from services.csv, whose names have dots where the book's have slashes, and what is implied
 * by Infracost's goldens by `DERIVED_FACTS`. Of AWS's derived prices any figure of the service in the region may be it.
 */
export function pricesInFacts(folder: string) {
  const found: Found = new Map()
  machines(folder, found)
  for (const [, region, accelerator = '', price, purchase] of rows(folder, 'accelerators.csv')) {
    const kind = accelerator.startsWith('tpu-') ? 'tpu' : 'gpu'
    add(found, `${region} gce.${kind}${purchase === 'spot' ? '-spot' : ''}.${accelerator}`, price)
  }
  // The book keeps what a token costs in Azure, which the facts call global, with one region.
  for (const [, region, , sku, unit, price] of rows(folder, 'services.csv'))
    if (unit === '1m-tokens' && region === 'global') add(found, `eastus ${sku}`, Number(price) / 1e6)
    else add(found, `${region} ${sku}`, price)
  derived(folder, found)
  return (sku: string, region: string): readonly number[] => {
    const named = found.get(`${region} ${sku.replaceAll('/', '.')}`)
    const [service = ''] = sku.split('/')
    return named ?? found.get(`${region} derived ${RENAMED[service] ?? service}`) ?? []
  }
}

function add(found: Found, key: string, price: string | number | undefined): void {
  const there = found.get(key)
  if (there) there.push(Number(price))
  else found.set(key, [Number(price)])
}

const MACHINES: Readonly<Record<string, string>> = {
  aws: 'ec2.linux',
  gcp: 'gce.vm',
  azure: 'azure-vm.linux',
}

function machines(folder: string, found: Found): void {
  for (const row of rows(folder, 'compute.csv')) {
    const [provider = '', region, type, price, purchase, , source = ''] = row
    const tenancy = source.endsWith(':metal-dedicated') ? '-dedicated' : ''
    const kind = purchase === 'on_demand' ? tenancy : `-${purchase?.replace('_', '-')}`
    add(found, `${region} ${MACHINES[provider]}${kind}.${type}`, price)
  }
  ratesOfMachines(found)
}

/**
 * What a vCPU and a GiB cost, out of two machines that differ in memory only: 2 vCPUs with 8 GiB (N1: 7.5) and with 16 (13).
 */
function ratesOfMachines(found: Found): void {
  for (const [key, [standard = 0]] of [...found]) {
    const [, region, spot, family] = /^(\S+) gce\.vm(-spot)?\.(\w+)-standard-2$/.exec(key) ?? []
    const [highmem] = found.get(key.replace('standard', 'highmem')) ?? []
    if (region === undefined || highmem === undefined) continue
    const [less, more] = family === 'n1' ? [7.5, 13] : [8, 16]
    const memory = (highmem - standard) / (more - less)
    add(found, `${region} gce.memory${spot ?? ''}.${family}`, memory)
    add(found, `${region} gce.vcpu${spot ?? ''}.${family}`, (standard - less * memory) / 2)
  }
}

function derived(folder: string, found: Found): void {
  const skusOf = new Map<string, (readonly [sku: string, units: number])[]>()
  for (const [sku, type, component, unit, units] of DERIVED_FACTS) {
    const name = [type, component, unit].join('\0')
    skusOf.set(name, [...(skusOf.get(name) ?? []), [sku, units]])
  }
  for (const row of rows(folder, 'infracost_derived.csv')) {
    const [provider, , type = '', component = '', unit = '', price, region, source = ''] = row
    // The round price that its rounded figures allow, where the facts name one.
    const figure = Number(/ snap=([\d.e-]+)/.exec(source)?.[1] ?? price)
    for (const [sku, units] of skusOf.get([type, component, unit].join('\0')) ?? [])
      add(found, `${region} ${sku.replaceAll('/', '.')}`, Number((figure / units).toPrecision(6)))
    if (provider === 'aws')
      // Some are for a month, a thousand or a million.
      for (const units of [1, 730, 1_000, 1_000_000])
        add(found, `${region} derived ${type.split('_')[1]}`, figure / units)
  }
}

/** What a service is called in the types of Terraform's resources. */
const RENAMED: Readonly<Record<string, string>> = {
  apigateway: 'api',
  firehose: 'kinesis',
  flink: 'kinesisanalyticsv2',
  opensearch: 'elasticsearch',
  resolver: 'route53',
}

function* rows(folder: string, name: string): Generator<string[]> {
  for (const line of readFileSync(join(folder, name), 'utf8').split('\n').slice(1))
    yield [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    )
}
