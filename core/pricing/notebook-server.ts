import { gceDisk, ONE_DISK } from './gce-disk.ts'
import { COMPUTE_ENGINE, gceMachines } from './gce-machine.ts'
import { extras, hourly, omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

export interface NotebookServer {
  readonly machineType: string
  /** `NVIDIA_TESLA_T4` */
  readonly accelerator: { readonly type: string; readonly count: number } | undefined
  readonly disks: readonly { readonly name: string; readonly type: string; readonly sizeGb: number }[]
}

/** A notebook server: Compute Engine's machine and disks, and Vertex AI's fee. https://cloud.google.com/vertex-ai/pricing#notebooks */
export function* notebookServer(server: NotebookServer, context: PricingContext): Generator<Part> {
  const { machineType, accelerator } = server
  const type = accelerator?.type.toLowerCase().replaceAll('_', '-')
  const n1 = /^n1-/.test(machineType) ? context.spec(machineType) : undefined
  if (n1) {
    // The facts have N1's price with the fee in it.
    const vertex = { serviceName: 'Vertex AI' }
    yield hourly({
      ...vertex,
      description: `vCPUs (${machineType})`,
      sku: 'vertex/workbench/n1/vcpu',
      pricingUnit: 'vCPU-Hours',
      count: n1.vcpu,
    })
    yield hourly({
      ...vertex,
      description: `Memory (${machineType})`,
      sku: 'vertex/workbench/n1/memory',
      pricingUnit: 'GB-Hours',
      count: n1.memoryGiB,
    })
    if (type)
      yield hourly({
        description: `GPUs (${type})`,
        serviceName: COMPUTE_ENGINE,
        sku: `gce/gpu/${type}`,
        pricingUnit: 'GPU-Hours',
        count: accelerator!.count,
      })
  } else {
    const attached = accelerator && type ? { type, count: accelerator.count } : undefined
    yield* gceMachines({ machineType, accelerator: attached, spot: false, count: 1 }, context)
  }
  if (!n1 || type)
    yield* extras([omitted('unpriced', 'Vertex AI fee', `no price for the fee of ${type ?? machineType}`)])
  for (const disk of server.disks) yield* extras(gceDisk(disk, ONE_DISK))
}

/** `PD_SSD` as Compute Engine calls it. */
export function diskType(type: string): string {
  return type.toLowerCase().replaceAll('_', '-')
}
