import { acceleratorModels } from '../accelerator-models.ts'
import type { InstanceSpec } from '../price-book.ts'

/** Labels that name a machine type outright. */
export const INSTANCE_TYPE_LABELS: readonly string[] = [
  'node.kubernetes.io/instance-type',
  'beta.kubernetes.io/instance-type',
]

/** Labels whose values name a GPU or TPU model, each cloud's and each tool's way. */
const MODEL_LABELS: ReadonlySet<string> = new Set([
  'nvidia.com/gpu.product',
  'amd.com/gpu.product-name',
  'cloud.google.com/gke-accelerator',
  'cloud.google.com/gke-tpu-accelerator',
  'karpenter.k8s.aws/instance-gpu-name',
  'karpenter.k8s.aws/instance-accelerator-name',
  'karpenter.azure.com/sku-gpu-name',
  'eks.amazonaws.com/instance-gpu-name',
  'eks.amazonaws.com/instance-accelerator-name',
])

export function isModelLabel(key: string): boolean {
  return MODEL_LABELS.has(key)
}

/** Whether a label is decided by the machine type, so that a pool of several types may or may not have it. */
export function isMachineLabel(key: string): boolean {
  return (
    MODEL_LABELS.has(key) ||
    INSTANCE_TYPE_LABELS.includes(key) ||
    key === 'kubernetes.io/arch' ||
    key === 'kubernetes.io/os' ||
    key === 'cloud.google.com/gke-accelerator-count' ||
    key === 'cloud.google.com/machine-family' ||
    key === 'nvidia.com/gpu.count' ||
    /^(?:karpenter\.k8s\.aws|eks\.amazonaws\.com)\/instance-/.test(key)
  )
}

/**
 * Whether a machine type's node has one of the values for a label that the type decides; undefined where the facts do
 * not say. https://karpenter.sh/docs/concepts/scheduling/#well-known-labels
 */
export function machineHas(spec: InstanceSpec, key: string, value: string): boolean | undefined {
  const { instanceType, accelerator } = spec
  if (INSTANCE_TYPE_LABELS.includes(key)) return instanceType === value
  if (MODEL_LABELS.has(key))
    return accelerator !== undefined && acceleratorModels(value).includes(accelerator.model)
  switch (key) {
    case 'kubernetes.io/os':
      return value === 'linux'
    case 'kubernetes.io/arch':
      return isArm(spec.architecture) === (value === 'arm64')
    case 'cloud.google.com/gke-accelerator-count':
    case 'nvidia.com/gpu.count':
      return String(accelerator?.count ?? 0) === value
    case 'cloud.google.com/machine-family':
      return instanceType.startsWith(`${value}-`)
    default: {
      const own = instanceLabel(spec, key)
      return own === undefined ? undefined : own === value
    }
  }
}

/** The value of a label that is a number, for `Gt` and `Lt`. */
export function machineNumber(spec: InstanceSpec, key: string): number | undefined {
  const value = instanceLabel(spec, key)
  return value === undefined || value === '' ? undefined : Number(value)
}

/** By machine type: each is asked about every value of every requirement. */
const known = new WeakMap<InstanceSpec, ReadonlyMap<string, string>>()

/** The value of a label that ends in `/instance-…`; undefined where the facts do not say. */
function instanceLabel(spec: InstanceSpec, key: string): string | undefined {
  const labels = known.get(spec) ?? instanceLabels(spec)
  known.set(spec, labels)
  return labels.get(key.slice(key.indexOf('/instance-') + 10))
}

function instanceLabels({
  instanceType,
  accelerator,
  vcpu,
  memoryGiB,
}: InstanceSpec): ReadonlyMap<string, string> {
  const [family = '', size = ''] = instanceType.split('.')
  const make = accelerator?.model.split('-')[0] ?? ''
  const count = (isThere: boolean) => (accelerator && isThere ? String(accelerator.count) : '0')
  return new Map([
    ['family', family],
    ['size', size],
    ['category', /^[a-z]+?(?=\d)/.exec(family.replace(/^u-.*/, 'u'))?.[0] ?? family],
    ['generation', /\d+/.exec(family)?.[0] ?? ''],
    ['cpu', String(vcpu)],
    ['memory', String(memoryGiB * 1024)],
    ['gpu-count', count(isGpu(accelerator?.model))],
    ['gpu-manufacturer', make],
    ['accelerator-count', count(!isGpu(accelerator?.model))],
    ['accelerator-manufacturer', make],
    ['hypervisor', instanceType.includes('metal') ? '' : 'nitro'],
  ])
}

function isGpu(model: string | undefined): boolean {
  return model !== undefined && /^(?:nvidia|amd-radeon)-/.test(model)
}

function isArm(architecture: string): boolean {
  return architecture === 'arm64'
}
