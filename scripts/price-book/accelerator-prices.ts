import type { BookPrice } from './book-price.ts'
import { parseCsv } from './csv.ts'
import { providerOf } from './providers.ts'
import { bookSource } from './sources.ts'

/** GPUs that only come with a machine, whose price has them in it: to add them again would charge them twice. */
const PART_OF_A_MACHINE = new Set([
  'nvidia-l4',
  'nvidia-h100-80gb',
  'nvidia-h100-mega-80gb',
  'nvidia-h200-141gb',
  'nvidia-b200',
])

/** Google's TPU machines are charged by the chip: which price, and how many, is in their names. */
const TPU_MACHINES: readonly { readonly machine: string; readonly chip: string; readonly chips: number }[] = [
  { machine: 'ct3-hightpu-4t', chip: 'tpu-v3', chips: 4 },
  { machine: 'ct3p-hightpu-4t', chip: 'tpu-v3-pod', chips: 4 },
  ...[1, 4, 8].map((chips) => ({ machine: `ct5l-hightpu-${chips}t`, chip: 'tpu-v5e', chips })),
  ...[1, 4, 8].map((chips) => ({ machine: `ct5lp-hightpu-${chips}t`, chip: 'tpu-v5e', chips })),
  { machine: 'ct5p-hightpu-4t', chip: 'tpu-v5p', chips: 4 },
  ...[1, 4, 8].map((chips) => ({ machine: `ct6e-standard-${chips}t`, chip: 'tpu-v6e', chips })),
  ...[1, 4].map((chips) => ({ machine: `tpu7x-standard-${chips}t`, chip: 'tpu-v7x', chips })),
]

/** What attached GPUs, TPU chips and TPU machines cost an hour, from `accelerators.csv`. */
export function* acceleratorPrices(accelerators: string): Generator<BookPrice> {
  for (const row of parseCsv(accelerators)) {
    const { name: provider, region } = providerOf(row.provider!)
    if (!region.test(row.region!)) throw new Error(`unknown region "${row.region}" in accelerators.csv`)
    if (PART_OF_A_MACHINE.has(row.accelerator!)) continue
    const spot = row.purchase === 'spot' ? '-spot' : ''
    const common = { provider, regionId: row.region!, source: bookSource(row.source!, row.source_date!) }
    const isTpu = row.accelerator!.startsWith('tpu-')
    yield {
      ...common,
      skuId: `gce/${isTpu ? 'tpu' : 'gpu'}${spot}/${row.accelerator}`,
      pricingUnit: isTpu ? 'Chip-Hours' : 'GPU-Hours',
      listUnitPrice: row.usd_per_hour_each!,
    }
    for (const { machine, chip, chips } of TPU_MACHINES)
      if (chip === row.accelerator)
        yield {
          ...common,
          skuId: `gce/vm${spot}/${machine}`,
          pricingUnit: 'Hours',
          listUnitPrice: plain(Number(row.usd_per_hour_each) * chips),
        }
  }
}

/** Ten decimals are more than any price has, and less than the noise of a product. */
function plain(price: number): string {
  return String(Number(price.toFixed(10)))
}
