import { block, blocks, bool, count, isSet, maybe, number, type Read, string } from '../domain/reads.ts'
import { type DiskPlacement, gceDisk, localSsds } from './gce-disk.ts'
import { COMPUTE_ENGINE, gceMachines } from './gce-machine.ts'
import { assumption, extras, hourly, mapScaling, omitted, type Part, type Scaling } from './part.ts'
import type { PricingContext } from './pricer.ts'

/** What an instance and an instance template say alike. */
const MACHINE = {
  machine_type: string(),
  guest_accelerator: maybe(block({ type: string(''), count: number(0) })),
  scheduling: block({ preemptible: bool(false), provisioning_model: string('STANDARD') }),
  network_interface: blocks({ access_config: blocks({ nat_ip: isSet }) }),
}

/** The arguments of `google_compute_instance`. */
export const INSTANCE = {
  ...MACHINE,
  boot_disk: maybe(block({ source: isSet, initialize_params: block({ size: number(), type: string() }) })),
  scratch_disk: count,
}

/** The arguments of `google_compute_instance_template`. */
export const TEMPLATE = {
  ...MACHINE,
  disk: blocks({
    boot: bool(true),
    disk_size_gb: number(),
    disk_type: string(),
    type: string('PERSISTENT'),
    source: isSet,
  }),
}

/** How many instances there are. */
export interface Instances {
  readonly count: number
  readonly scaling?: Scaling | undefined
}

/** GB of most public images: what a boot disk has that says no size. */
const IMAGE_GB = 10
/** Machines that take no persistent disk. https://cloud.google.com/compute/docs/disks/hyperdisks */
const HYPERDISK_ONLY = /^(?:a4|a4x|c4|c4a|c4d|c4n|g4|h4d|m4|n4|n4a|n4d|tpu7x|x4)-/

/** A single instance with the disks that are made with it. */
export function* instanceParts(read: Read<typeof INSTANCE>, context: PricingContext): Generator<Part> {
  if (read.machine_type === undefined) {
    yield omitted('unknown', 'Instance', '`machine_type` is not set')
    return
  }
  const one = { count: 1 }
  yield* machineParts(read, one, context)
  const { boot_disk: boot, scratch_disk } = read
  if (boot.kind === 'unknown') yield* extras([omitted('unknown', 'Boot disk', boot.because)])
  // A disk that is attached is a resource of its own.
  else if (boot.value && !boot.value.source) {
    const { size, type } = boot.value.initialize_params ?? { size: undefined, type: undefined }
    // A stopped instance keeps its disk.
    yield* extras(bootDisk(read.machine_type, size, type, { ...one, rate: 'monthly' }))
  }
  yield* extras(localSsds(scratch_disk, { ...one, rate: 'while-running' }))
}

/** The instances that a template makes, with their disks. */
export function* templateParts(
  read: Read<typeof TEMPLATE>,
  instances: Instances,
  context: PricingContext,
): Generator<Part> {
  if (read.machine_type === undefined) {
    yield omitted('unknown', 'Instances', "its template's `machine_type` is not set")
    return
  }
  yield* machineParts(read, instances, context)
  const placement = { ...instances, rate: 'while-running' } as const
  let scratch = 0
  for (const disk of read.disk) {
    if (disk.kind === 'unknown') {
      yield* extras([omitted('unknown', 'Disks', disk.because)])
      continue
    }
    const { boot, disk_size_gb: size, disk_type: type, type: kind, source } = disk.value
    if (kind === 'SCRATCH' || type === 'local-ssd') scratch++
    else if (source) continue
    else if (boot) yield* extras(bootDisk(read.machine_type, size, type, placement))
    else if (size === undefined) yield* extras([omitted('unknown', 'Disk', '`disk_size_gb` is not set')])
    else
      yield* extras(
        gceDisk({ name: 'Disk', type: type ?? defaultDisk(read.machine_type), sizeGb: size }, placement),
      )
  }
  yield* extras(localSsds(scratch, placement))
}

function* machineParts(
  read: Read<typeof MACHINE>,
  { count, scaling }: Instances,
  context: PricingContext,
): Generator<Part> {
  const { guest_accelerator: gpus, scheduling } = read
  if (gpus.kind === 'unknown') {
    yield omitted('unknown', 'Instances', gpus.because)
    return
  }
  const machineType = (read.machine_type ?? '').replace(/^.*\//, '')
  const spot = scheduling?.preemptible === true || scheduling?.provisioning_model === 'SPOT'
  const accelerator = gpus.value && gpus.value.count > 0 ? gpus.value : undefined
  yield* gceMachines({ machineType, accelerator, spot, count, scaling }, context)
  yield* extras(addresses(read, spot, { count, scaling }))
}

/** An address that is given for as long as the instance runs; a reserved one is a resource of its own. */
function* addresses(
  { network_interface: interfaces }: Read<typeof MACHINE>,
  spot: boolean,
  { count, scaling }: Instances,
): Generator<Part> {
  let each = 0
  for (const found of interfaces) {
    if (found.kind === 'unknown') {
      yield omitted('unknown', 'External addresses', found.because)
      continue
    }
    for (const access of found.value.access_config)
      if (access.kind === 'known' && !access.value.nat_ip) each++
  }
  if (each === 0) return
  if (spot) {
    yield omitted('unpriced', 'External address', 'no price for an address of a spot instance')
    return
  }
  yield hourly({
    description: 'External address',
    serviceName: COMPUTE_ENGINE,
    sku: 'gce/external_ip/in_use',
    count: each * count,
    scaling: scaling && mapScaling(scaling, (instances) => instances * each),
  })
}

function* bootDisk(
  machineType: string,
  size: number | undefined,
  type: string | undefined,
  placement: DiskPlacement,
): Generator<Part> {
  if (size === undefined) yield assumption(`boot disks have ${IMAGE_GB} GB, as most images have`)
  yield* gceDisk(
    { name: 'Boot disk', type: type ?? defaultDisk(machineType), sizeGb: size ?? IMAGE_GB },
    placement,
  )
}

function defaultDisk(machineType: string): string {
  return HYPERDISK_ONLY.test(machineType) ? 'hyperdisk-balanced' : 'pd-standard'
}
