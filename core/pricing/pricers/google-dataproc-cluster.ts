import { block, number, type Read, string } from '../../domain/reads.ts'
import { gceDisk, localSsds } from '../gce-disk.ts'
import { gceMachines } from '../gce-machine.ts'
import { extras, hourly, omitted, type Part } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'

const GROUP = {
  num_instances: number(),
  machine_type: string(),
  disk_config: block({
    boot_disk_size_gb: number(500),
    boot_disk_type: string('pd-standard'),
    num_local_ssds: number(0),
  }),
}

// https://cloud.google.com/dataproc/pricing: a fee for each vCPU besides the machines
export const googleDataprocCluster = pricer(
  {
    type: 'google_dataproc_cluster',
    reads: { cluster_config: block({ master_config: block(GROUP), worker_config: block(GROUP) }) },
  },
  function* ({ cluster_config: config }, context) {
    yield* nodes('Masters', config?.master_config, 1, context)
    yield* nodes('Workers', config?.worker_config, 2, context)
  },
)

function* nodes(
  name: string,
  group: Read<typeof GROUP> | undefined,
  usual: number,
  context: PricingContext,
): Generator<Part> {
  const count = group?.num_instances ?? usual
  if (count === 0) return
  if (group?.machine_type === undefined) {
    yield omitted('unknown', name, `the machine type of its ${name.toLowerCase()} is not set`)
    return
  }
  const { machine_type: machineType, disk_config: disks } = group
  yield* gceMachines({ machineType, spot: false, count }, context)
  const vcpu = context.spec(machineType)?.vcpu
  if (vcpu === undefined) yield omitted('unpriced', `${name}' fee`, `no vCPUs are known of ${machineType}`)
  else
    yield hourly({
      description: `${name}' fee`,
      serviceName: 'Dataproc',
      sku: 'dataproc/cluster/fee',
      pricingUnit: 'vCPU-Hours',
      count: vcpu * count,
    })
  const { boot_disk_size_gb: sizeGb = 500, boot_disk_type: type = 'pd-standard' } = disks ?? {}
  const placement = { count, rate: 'while-running' } as const
  yield* extras(gceDisk({ name: `${name}' boot disks`, type, sizeGb }, placement))
  yield* extras(localSsds(disks?.num_local_ssds ?? 0, placement))
}
