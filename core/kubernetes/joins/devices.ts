import type { Value } from '../../domain/value.ts'
import { field, itemsOf, textAt } from '../field.ts'
import type { Manifest } from '../manifest.ts'
import type { Amounts } from '../pods/resource-amounts.ts'
import type { Surroundings } from './surroundings.ts'

/** Device classes that drivers install, as the resource that a device plugin calls the same. */
const CLASSES: Readonly<Record<string, string>> = {
  'gpu.nvidia.com': 'nvidia.com/gpu',
  'gpu.amd.com': 'amd.com/gpu',
  'gpu.intel.com': 'gpu.intel.com/i915',
  'tpu.google.com': 'google.com/tpu',
  'neuron.aws.com': 'aws.amazon.com/neuron',
}

export interface ClaimedDevices {
  readonly devices: Amounts
  readonly notes: readonly string[]
}

/** The devices of a pod's `resourceClaims`: https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/ */
export function claimedDevices(
  spec: Value,
  { namespace }: Manifest,
  surroundings: Surroundings,
): ClaimedDevices {
  const devices = new Map<string, number>()
  const notes: string[] = []
  for (const claim of itemsOf(field(spec, 'resourceClaims')).items) {
    const shared = textAt(claim, 'resourceClaimName')
    const name = textAt(claim, 'resourceClaimTemplateName')
    if (shared !== undefined)
      notes.push(`ResourceClaim "${shared}" is shared by all that name it: its devices are not counted`)
    if (name === undefined) continue
    const template = surroundings.find('resource.k8s.io/ResourceClaimTemplate', name, namespace)
    if (!template)
      notes.push(`ResourceClaimTemplate "${name}" is not in the repository: its devices are not counted`)
    else addDevices(template, devices, notes)
  }
  return { devices, notes }
}

function addDevices(template: Manifest, devices: Map<string, number>, notes: string[]): void {
  const requests = itemsOf(field(template.value, 'spec', 'spec', 'devices', 'requests')).items
  for (const request of requests) {
    const [first] = itemsOf(field(request, 'firstAvailable')).items
    const exactly = field(request, 'exactly')
    const asked = first ?? (exactly.kind === 'null' ? request : exactly)
    const className = textAt(asked, 'deviceClassName') ?? ''
    const count = Number(textAt(asked, 'count') ?? 1)
    const resource = Object.hasOwn(CLASSES, className) ? CLASSES[className]! : undefined
    if (first) notes.push(`the first of the devices that ResourceClaimTemplate "${template.name}" takes`)
    if (textAt(asked, 'allocationMode') === 'All')
      notes.push(`ResourceClaimTemplate "${template.name}" takes all devices of a node: one is counted`)
    if (resource === undefined || !Number.isInteger(count) || count < 0)
      notes.push(
        `devices of class "${className}" in ResourceClaimTemplate "${template.name}" are not counted`,
      )
    else devices.set(resource, (devices.get(resource) ?? 0) + count)
  }
}
