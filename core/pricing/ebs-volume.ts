import { isSet, number, type Read, type Reading, string } from '../domain/reads.ts'
import { assumption, type Meter, mapScaling, monthly, omitted, type Part, type Scaling } from './part.ts'

/** The arguments that an EBS volume has wherever one is declared. */
export const EBS_BLOCK = {
  volume_type: string(),
  volume_size: number(),
  iops: number(),
  throughput: number(),
  snapshot_id: isSet,
}

export interface EbsVolume {
  /** e.g. `Root volume`, `Volume /dev/sdf` */
  readonly name: string
  readonly type: string
  /** GiB */
  readonly size: number
  readonly iops: number | undefined
  /** MiB/s */
  readonly throughput: number | undefined
  /** How many alike. */
  readonly count: number
  readonly scaling?: Scaling | undefined
  /** Volumes of instances that are stopped are charged on; those of instances that are terminated are gone. */
  readonly rate: 'monthly' | 'while-running'
}

/** Included in the price of a gp3 volume. */
const GP3_IOPS = 3_000
const GP3_THROUGHPUT = 125
/** io2 IOPS grow cheaper by tiers, each for the IOPS inside it. */
const IO2_TIERS = [
  { sku: 'ebs/io2/iops/tier1', from: 0, to: 32_000 },
  { sku: 'ebs/io2/iops/tier2_32k', from: 32_000, to: 64_000 },
  { sku: 'ebs/io2/iops/tier3_64k', from: 64_000, to: Number.POSITIVE_INFINITY },
]
const TYPES = new Set(['gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1', 'standard'])

/** https://aws.amazon.com/ebs/pricing/ */
export function* ebsVolume(volume: EbsVolume): Generator<Part> {
  const { name, type, size, iops, throughput, count, scaling, rate } = volume
  if (!TYPES.has(type)) {
    yield omitted('unpriced', name, `volume type "${type}" is not one of ${[...TYPES].join(', ')}`)
    return
  }
  const each = (what: string, sku: string, units: number, pricingUnit: string): Meter => ({
    ...monthly({ description: `${name}, ${what}`, serviceName: EBS, sku, count: units * count, pricingUnit }),
    scaling: scaling && mapScaling(scaling, (volumes) => volumes * units),
    rate,
  })
  yield each(`${size} GiB ${type}`, `ebs/${type}/storage`, size, 'GB-Months')
  if (type === 'gp3') {
    if (iops && iops > GP3_IOPS)
      yield each('IOPS above 3,000', 'ebs/gp3/iops', iops - GP3_IOPS, 'IOPS-Months')
    if (throughput && throughput > GP3_THROUGHPUT)
      yield each('MiB/s above 125', 'ebs/gp3/throughput', throughput - GP3_THROUGHPUT, 'MiBps-Months')
  }
  if (type === 'io1' && iops) yield each('provisioned IOPS', 'ebs/io1/iops', iops, 'IOPS-Months')
  if (type === 'io2' && iops)
    for (const { sku, from, to } of IO2_TIERS)
      if (iops > from) yield each('provisioned IOPS', sku, Math.min(iops, to) - from, 'IOPS-Months')
  if ((type === 'io1' || type === 'io2') && !iops)
    yield omitted('unknown', `${name}, provisioned IOPS`, `\`iops\` is not set, and ${type} is charged by it`)
  if (type === 'standard') yield omitted('usageBased', `${name}, I/O requests`, 'charged by request')
}

/** How many volumes alike there are, and what happens to them. */
export type Placement = Pick<EbsVolume, 'count' | 'scaling' | 'rate'>

const EBS = 'Amazon Elastic Block Store'

/** A volume declared in a block of an instance or template. */
export function* blockVolume(
  name: string,
  block: Reading<Read<typeof EBS_BLOCK>>,
  placement: Placement,
): Generator<Part> {
  if (block.kind === 'unknown') {
    yield omitted('unknown', name, block.because)
    return
  }
  const { volume_type, volume_size, iops, throughput, snapshot_id } = block.value
  if (volume_size === undefined) {
    const decides = snapshot_id ? 'snapshot' : 'machine image'
    yield omitted('unknown', name, `its size is not set: the ${decides} decides`)
    return
  }
  if (volume_type === undefined) yield assumption('volumes are gp2 where no type is set')
  yield* ebsVolume({ name, type: volume_type ?? 'gp2', size: volume_size, iops, throughput, ...placement })
}
