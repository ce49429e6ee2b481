import { tableOf } from '../domain/table-of.ts'
import { hourly, omitted, type Part } from './part.ts'

/** Slices are named by TensorCores up to v5p, two of them a chip, and by chips from v5e on. */
const BY_CORES = /^(v2|v3|v4|v5p)-(\d{1,5})$/
const BY_CHIPS = /^(v5litepod|v6e)-(\d{1,5})$/
const GENERATIONS: Readonly<Record<string, string>> = tableOf({
  v2: 'tpu-v2',
  v3: 'tpu-v3',
  v4: 'tpu-v4',
  v5p: 'tpu-v5p',
  v5litepod: 'tpu-v5e',
  v6e: 'tpu-v6e',
  V2: 'tpu-v2',
  V3: 'tpu-v3',
  V4: 'tpu-v4',
  V5P: 'tpu-v5p',
  V5LITE_POD: 'tpu-v5e',
  V6E: 'tpu-v6e',
})
/** A v2 or v3 slice of more than one machine has another price. https://cloud.google.com/tpu/pricing */
const CHIPS_OF_A_MACHINE = 4

export interface TpuSlice {
  /** `v5litepod-16`, `v4-32` */
  readonly acceleratorType: string | undefined
  /** `V5LITE_POD` with `4x4`, in place of the above. */
  readonly config: { readonly type: string | undefined; readonly topology: string } | undefined
  readonly spot: boolean
}

/** A slice by its chips. https://cloud.google.com/tpu/pricing */
export function* tpuSlice({ acceleratorType, config, spot }: TpuSlice): Generator<Part> {
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/tpu_v2_vm: the default
  const name = acceleratorType ?? (config ? `${config.type} ${config.topology}` : 'v2-8')
  const slice = config ? byTopology(config) : byName(name)
  if (!slice) {
    yield omitted('unknown', 'TPU', `"${name}" is no kind of TPU that is known here`)
    return
  }
  const { generation, chips } = slice
  const pod = /^tpu-v[23]$/.test(generation) && chips > CHIPS_OF_A_MACHINE ? '-pod' : ''
  yield hourly({
    description: `TPU chips (${name}, ${spot ? 'spot' : 'on-demand'})`,
    serviceName: 'Cloud TPU',
    sku: `gce/tpu${spot ? '-spot' : ''}/${generation}${pod}`,
    pricingUnit: 'Chip-Hours',
    count: chips,
  })
}

interface Slice {
  readonly generation: string
  readonly chips: number
}

function byName(name: string): Slice | undefined {
  const [, cores, byCores] = BY_CORES.exec(name) ?? []
  if (cores !== undefined) return { generation: GENERATIONS[cores]!, chips: Number(byCores) / 2 }
  const [, chips, byChips] = BY_CHIPS.exec(name) ?? []
  return chips === undefined ? undefined : { generation: GENERATIONS[chips]!, chips: Number(byChips) }
}

function byTopology({ type, topology }: NonNullable<TpuSlice['config']>): Slice | undefined {
  const generation = GENERATIONS[type ?? 'V2']
  if (!generation || !/^\d{1,3}(x\d{1,3}){1,2}$/.test(topology)) return undefined
  return { generation, chips: topology.split('x').reduce((chips, side) => chips * Number(side), 1) }
}
