import type { AcceleratorRequest } from '../../domain/workload.ts'
import type { InstanceSpec } from '../price-book.ts'

/** What a pod asks of accelerators, in devices of one make. */
export interface AcceleratorDemand {
  /** What the ids of accelerator-models.ts begin with. */
  readonly make: string
  /** Whole devices or parts of them, on a machine of this kind. */
  devices(spec: InstanceSpec): number
  /** By which rule a part of a device is counted. */
  readonly rule: string | undefined
}

interface ResourceRule {
  readonly resource: RegExp
  readonly make: string
  /** Devices for one of the resource. */
  devices(match: RegExpExecArray, spec: InstanceSpec): number
  readonly rule?: string
}

/** Neuron cores of a device. https://awsdocs-neuron.readthedocs-hosted.com/en/latest/about-neuron/arch/neuron-hardware/ */
const CORES: ReadonlyMap<string, number> = new Map([
  ['aws-inferentia', 4],
  ['aws-inferentia2', 2],
  ['aws-trainium', 2],
  ['aws-trainium2', 8],
])

const RULES: readonly ResourceRule[] = [
  { resource: /^nvidia\.com\/gpu$/, make: 'nvidia-', devices: () => 1 },
  {
    resource: /^nvidia\.com\/gpu\.shared$/,
    make: 'nvidia-',
    devices: () => 1,
    rule: 'a time slice is counted as a whole GPU: nothing says how many share it',
  },
  {
    // https://docs.nvidia.com/datacenter/tesla/mig-user-guide/: a GPU has seven compute slices
    resource: /^nvidia\.com\/mig-(\d)g\.\d+gb/,
    make: 'nvidia-',
    devices: ([, slices]) => Number(slices) / 7,
    rule: 'a MIG slice is counted by its compute slices, of which a GPU has 7',
  },
  {
    resource: /^k8s\.amazonaws\.com\/vgpu$/,
    make: 'nvidia-',
    devices: () => 1,
    rule: 'a virtual GPU is counted as a whole one: nothing says how many share it',
  },
  { resource: /^amd\.com\/gpu$/, make: 'amd-', devices: () => 1 },
  { resource: /^habana\.ai\/gaudi$/, make: 'habana-', devices: () => 1 },
  { resource: /^google\.com\/tpu$/, make: 'tpu-', devices: () => 1 },
  { resource: /^aws\.amazon\.com\/neuron(?:device)?$/, make: 'aws-', devices: () => 1 },
  {
    resource: /^aws\.amazon\.com\/neuroncore$/,
    make: 'aws-',
    devices: (_, { accelerator }) => 1 / (CORES.get(accelerator?.model ?? '') ?? 1),
    rule: 'Neuron cores are counted as parts of their device',
  },
]

/** Network cards and the like: they come with the machine and have no price of their own. */
const WITHOUT_PRICE = /^(?:vpc\.amazonaws\.com|rdma|smarter-devices|hugepages)/

/** Undefined where nothing is asked for; a message where nothing is known about what is. */
export function acceleratorDemand(
  requests: readonly AcceleratorRequest[],
): AcceleratorDemand | string | undefined {
  const asked = requests.filter(({ resource, count }) => count > 0 && !WITHOUT_PRICE.test(resource))
  const [first] = asked
  if (!first) return undefined
  const parts = asked.map((request) => {
    const rule = RULES.find(({ resource }) => resource.test(request.resource))
    return rule && { rule, match: rule.resource.exec(request.resource)!, count: request.count }
  })
  const unheard = asked[parts.indexOf(undefined)]
  if (unheard) return `nothing is known of the device "${unheard.resource}"`
  const known = parts as readonly NonNullable<(typeof parts)[number]>[]
  const { make } = known[0]!.rule
  if (known.some(({ rule }) => rule.make !== make)) return 'it asks for devices of two makes'
  return {
    make,
    devices: (spec) =>
      known.reduce((sum, { rule, match, count }) => sum + count * rule.devices(match, spec), 0),
    rule: known.find(({ rule }) => rule.rule)?.rule.rule,
  }
}
