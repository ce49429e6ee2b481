import { blocks, count, maybe, number, type Reading, string } from '../../domain/reads.ts'
import { extra, hourly, omitted, type Part } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'
import { rates } from '../rates.ts'

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
      yield omitted(
        'usageBased',
        'Reads, writes and storage',
        'charged by request unit and by what is stored',
      )
      const skus = infrequent
        ? ['dynamodb/on_demand/rru/ia', 'dynamodb/on_demand/wru/ia', 'dynamodb/ia/storage']
        : ['dynamodb/on_demand/rru', 'dynamodb/on_demand/wru', 'dynamodb/standard/storage']
      yield* rates(skus, context)
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
    yield* capacity('Table', { kind: 'known', value: table })
    for (const index of table.global_secondary_index)
      yield* capacity(index.kind === 'known' ? `Index ${index.value.name}` : 'Indexes', index)
    if (table.replica.kind === 'unknown' || table.replica.value > 0)
      yield extra(omitted('unpriced', 'Replicas', 'replicas in other regions are not priced yet'))
    yield* storage(context)
  },
)

function* capacity(
  name: string,
  read: Reading<{ readonly read_capacity: number; readonly write_capacity: number }>,
): Generator<Part> {
  if (read.kind === 'unknown') {
    yield omitted('unknown', name, read.because)
    return
  }
  const serviceName = 'Amazon DynamoDB'
  yield hourly({
    description: `${name}, read capacity`,
    serviceName,
    sku: 'dynamodb/provisioned/rcu',
    count: read.value.read_capacity,
    pricingUnit: 'RCU-Hours',
  })
  yield hourly({
    description: `${name}, write capacity`,
    serviceName,
    sku: 'dynamodb/provisioned/wcu',
    count: read.value.write_capacity,
    pricingUnit: 'WCU-Hours',
  })
}

function* storage(context: PricingContext): Generator<Part> {
  yield extra(omitted('usageBased', 'Storage', 'charged by what is stored'))
  yield* rates(['dynamodb/standard/storage'], context)
}
