import { number, type Read, type Reading, string } from '../domain/reads.ts'
import { type Meter, monthly, omitted, type Part } from './part.ts'

/** `postgres` → `postgresql`; undefined for an engine that the price book does not hold. */
export function rdsEngine(engine: string): string | undefined {
  return ENGINES.get(engine)
}

const ENGINES = new Map([
  ['postgres', 'postgresql'],
  ['mysql', 'mysql'],
])

export const DB_STORAGE = {
  allocated_storage: number(),
  storage_type: string(),
  iops: number(),
  storage_throughput: number(),
}

export type DbStorage = Read<typeof DB_STORAGE>

const TYPES = new Set(['gp2', 'gp3', 'io1', 'io2', 'standard'])
/** gp3 volumes of PostgreSQL and MySQL are striped from this size on, and then include more. */
const STRIPED_GIB = 400

/** Storage of an RDS instance. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html */
export function* dbStorage(read: Reading<DbStorage>, multiAz: boolean): Generator<Part> {
  if (read.kind === 'unknown') {
    yield omitted('unknown', 'Storage', read.because)
    return
  }
  const { allocated_storage: size, storage_type, iops, storage_throughput: throughput } = read.value
  const type = storage_type ?? (iops === undefined ? 'gp2' : 'io1')
  if (size === undefined) {
    yield omitted('unknown', 'Storage', '`allocated_storage` is not set: the snapshot or source decides')
    return
  }
  if (!TYPES.has(type)) {
    yield omitted('unpriced', 'Storage', `storage type "${type}" is not one of ${[...TYPES].join(', ')}`)
    return
  }
  const zone = multiAz ? '/multi_az' : ''
  const each = (what: string, sku: string, count: number, pricingUnit: string): Meter =>
    monthly({
      description: what,
      serviceName: 'Amazon Relational Database Service',
      sku: sku + zone,
      count,
      pricingUnit,
    })
  const sku = type === 'standard' ? 'magnetic' : type
  yield each(`Storage, ${size} GiB ${type}`, `rds/storage/${sku}`, size, 'GB-Months')
  if (type === 'io1' || type === 'io2') {
    if (iops) yield each('Provisioned IOPS', `rds/iops/${type}`, iops, 'IOPS-Months')
    else yield omitted('unknown', 'Provisioned IOPS', `\`iops\` is not set, and ${type} is charged by it`)
  }
  if (type !== 'gp3') return
  const included = size < STRIPED_GIB ? { iops: 3_000, throughput: 125 } : { iops: 12_000, throughput: 500 }
  if (iops && iops > included.iops)
    yield each(`IOPS above ${included.iops}`, 'rds/iops/gp3', iops - included.iops, 'IOPS-Months')
  if (throughput && throughput > included.throughput)
    yield each(
      `MiB/s above ${included.throughput}`,
      'rds/throughput/gp3',
      throughput - included.throughput,
      'MiBps-Months',
    )
}
