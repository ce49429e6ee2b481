import { block, blocks, count, known, maybe, type Read, type Reading, string } from '../domain/reads.ts'
import type { Resource } from '../domain/resource.ts'
import { blockVolume, EBS_BLOCK, type Placement } from './ebs-volume.ts'
import { linkedResource, readFrom } from './linked-resource.ts'
import { omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

/** What instances are started from: a launch template's or launch configuration's say on type, market and disks. */
export interface LaunchSource {
  readonly instanceType: string | undefined
  /** Types are chosen by requirements, at launch. */
  readonly choosesType: boolean
  readonly tenancy: string | undefined
  readonly spot: boolean
  volumes(placement: Placement): Iterable<Part>
}

/** A volume costs the same whatever it is called: images' own names of their devices are known to AWS alone. */
const DEVICE = maybe(string('of unknown name'))

/** The disks of `aws_instance`, `aws_spot_instance_request` and `aws_launch_configuration`. */
export const INSTANCE_DISKS = {
  root_block_device: maybe(block(EBS_BLOCK)),
  ebs_block_device: blocks({ device_name: DEVICE, ...EBS_BLOCK }),
}

const MARKET = block({ market_type: string('on-demand') })

const TEMPLATE = {
  instance_type: string(),
  instance_requirements: count,
  placement: block({ tenancy: string() }),
  instance_market_options: MARKET,
  block_device_mappings: blocks({
    device_name: DEVICE,
    ebs: maybe(block(EBS_BLOCK)),
  }),
}

const CONFIGURATION = {
  instance_type: string(),
  placement_tenancy: string(),
  spot_price: string(),
  ...INSTANCE_DISKS,
}

/** Root devices by the names that Amazon's machine images give them. */
const ROOT_DEVICES = new Set(['/dev/xvda', '/dev/sda1'])

/** What the resource launches from; undefined where it names nothing of the kind. */
export function launchSource(context: PricingContext): Reading<LaunchSource | undefined> {
  const source = linkedResource(context, 'launches', 'launch template')
  if (source.kind === 'unknown') return source
  if (source.value === undefined) return known(undefined)
  return source.value.type === 'aws_launch_configuration'
    ? fromConfiguration(source.value)
    : fromTemplate(source.value)
}

function fromTemplate(template: Resource): Reading<LaunchSource> {
  const read = readFrom(template, TEMPLATE)
  if (read.kind === 'unknown') return read
  const { instance_type, placement, instance_market_options, block_device_mappings, ...rest } = read.value
  return known({
    instanceType: instance_type,
    choosesType: rest.instance_requirements > 0,
    tenancy: placement?.tenancy,
    spot: instance_market_options?.market_type === 'spot',
    *volumes(placement: Placement) {
      let hasRoot = false
      for (const mapping of block_device_mappings) {
        if (mapping.kind === 'unknown') {
          yield omitted('unknown', 'Volumes', mapping.because)
          hasRoot = true
          continue
        }
        const { device_name, ebs } = mapping.value
        hasRoot ||= device_name.kind === 'unknown' || ROOT_DEVICES.has(device_name.value)
        const name = volumeName(device_name)
        if (ebs.kind === 'unknown') yield omitted('unknown', name, ebs.because)
        else if (ebs.value) yield* blockVolume(name, known(ebs.value), placement)
      }
      if (!hasRoot) yield rootOfImage()
    },
  })
}

function fromConfiguration(configuration: Resource): Reading<LaunchSource> {
  const read = readFrom(configuration, CONFIGURATION)
  if (read.kind === 'unknown') return read
  const { instance_type, placement_tenancy, spot_price, ...disks } = read.value
  return known({
    instanceType: instance_type,
    choosesType: false,
    tenancy: placement_tenancy,
    spot: spot_price !== undefined,
    volumes: (placement) => instanceDisks(disks, placement),
  })
}

/** The volumes of disks declared on the instance itself. */
export function* instanceDisks(disks: Read<typeof INSTANCE_DISKS>, placement: Placement): Generator<Part> {
  const root = disks.root_block_device
  if (root.kind === 'unknown') yield omitted('unknown', 'Root volume', root.because)
  else if (root.value) yield* blockVolume('Root volume', known(root.value), placement)
  else yield rootOfImage()
  for (const disk of disks.ebs_block_device) {
    const name = disk.kind === 'known' ? volumeName(disk.value.device_name) : 'Volumes'
    yield* blockVolume(name, disk, placement)
  }
}

function volumeName(device: Reading<string>): string {
  return `Volume ${device.kind === 'known' ? device.value : 'of unknown name'}`
}

function rootOfImage(): Part {
  return omitted('unknown', 'Root volume', 'its size is not set: the machine image decides')
}

/** Reads what the source says of the market for an instance's own `instance_market_options`. */
export const marketOptions = MARKET
