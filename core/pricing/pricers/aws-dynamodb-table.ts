import { blocks, count, maybe, number, type Reading, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extra, extras, hourly, omitted, type Part, type Scaling } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'
import { autoscaling } from '../scaling-target.ts'

const DYNAMODB = 'Amazon DynamoDB'
const CAPACITY = { read_capacity: number(0), write_capacity: number(0) }

// https://aws.amazon.com/dynamodb/pricing/
export const awsDynamodbTable = pricer(
  {
    type: 'aws_dynamodb_table',
    reads: {
      billing_mode: string('PROVISIONED'),
      table_class: string('STANDARD'),
      ...CAPACITY,
      global_secondary_index: blocks({ name: string('of unknown name'), ...CAPACITY }),
      replica: maybe(count),
    },
  },
  function* (table, context) {
    const infrequent = table.table_class === 'STANDARD_INFREQUENT_ACCESS'
    if (table.billing_mode === 'PAY_PER_REQUEST') {
      yield* onDemand(infrequent, context)
      return
    }
    if (infrequent) {
      yield omitted(
        'unpriced',
        'Capacity',
        'the price book holds no provisioned capacity of the infrequent-access class',
      )
      return
    }
    const scaling = {
      read: autoscaling(context, 'table:ReadCapacityUnits'),
      write: autoscaling(context, 'table:WriteCapacityUnits'),
    }
    yield* capacity('Table', { kind: 'known', value: table }, scaling)
    for (const index of table.global_secondary_index)
      yield* capacity(index.kind === 'known' ? `Index ${index.value.name}` : 'Indexes', index, {})
    if (table.replica.kind === 'unknown' || table.replica.value > 0)
      yield extra(omitted('unpriced', 'Replicas', 'replicas in other regions are not priced yet'))
    yield* extras(storage('standard', context))
  },
)

function* onDemand(infrequent: boolean, context: PricingContext): Generator<Part> {
  const sku = (unit: string) => `dynamodb/on_demand/${unit}${infrequent ? '/ia' : ''}`
  const of = {
    serviceName: DYNAMODB,
    pricingUnit: 'Requests',
    chargedBy: 'request unit and by what is stored',
  }
  const reads = { key: 'monthly_read_request_units', unit: 'read request units' }
  yield* byUse({ ...of, ...reads, description: 'Reads', sku: sku('rru') }, context)
  const writes = { key: 'monthly_write_request_units', unit: 'write request units' }
  yield* byUse({ ...of, ...writes, description: 'Writes', sku: sku('wru') }, context)
  yield* storage(infrequent ? 'ia' : 'standard', context)
}

interface CapacityScaling {
  readonly read?: Scaling | undefined
  readonly write?: Scaling | undefined
}

function* capacity(
  name: string,
  read: Reading<{ readonly read_capacity: number; readonly write_capacity: number }>,
  scaling: CapacityScaling,
): Generator<Part> {
  if (read.kind === 'unknown') {
    yield omitted('unknown', name, read.because)
    return
  }
  yield hourly({
    description: `${name}, read capacity`,
    serviceName: DYNAMODB,
    sku: 'dynamodb/provisioned/rcu',
    count: read.value.read_capacity,
    scaling: scaling.read,
    pricingUnit: 'RCU-Hours',
  })
  yield hourly({
    description: `${name}, write capacity`,
    serviceName: DYNAMODB,
    sku: 'dynamodb/provisioned/wcu',
    count: read.value.write_capacity,
    scaling: scaling.write,
    pricingUnit: 'WCU-Hours',
  })
}

function storage(tableClass: 'standard' | 'ia', context: PricingContext): Iterable<Part> {
  const stored = { key: 'storage_gb', unit: 'GB', chargedBy: 'what is stored' }
  return byUse(
    {
      ...stored,
      description: 'Storage',
      serviceName: DYNAMODB,
      sku: `dynamodb/${tableClass}/storage`,
      pricingUnit: 'GB-Months',
    },
    context,
  )
}
