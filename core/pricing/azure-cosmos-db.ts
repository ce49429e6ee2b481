import { block, blocks, bool, number, type Read, string } from '../domain/reads.ts'
import { byUse } from './by-use.ts'
import { linkedResource, readFrom } from './linked-resource.ts'
import { assumption, extras, hourly, omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

const COSMOS_DB = 'Azure Cosmos DB'

/** How databases and containers declare what throughput they have. */
export const THROUGHPUT = { throughput: number(), autoscale_settings: block({ max_throughput: number() }) }

const ACCOUNT = {
  capabilities: blocks({ name: string('') }),
  geo_location: blocks({ location: string() }),
  multiple_write_locations_enabled: bool(false),
}

/** The least that autoscaling keeps, of its maximum. */
const AUTOSCALE_FLOOR = 0.1
/** Autoscaled request units cost so much more than those that stand. */
const AUTOSCALE_FACTOR = 1.5

/** Request units of a database or container, in all regions of its account, and what is stored. */
export function* cosmosThroughput(read: Read<typeof THROUGHPUT>, context: PricingContext): Generator<Part> {
  const known = accountOf(context)
  const serverless = known?.capabilities.some(
    (capability) => capability.kind === 'known' && capability.value.name === 'EnableServerless',
  )
  if (serverless) {
    yield* byUse(
      {
        description: 'Request units, serverless',
        serviceName: COSMOS_DB,
        key: 'monthly_serverless_request_units',
        unit: 'request units',
        sku: 'azure/cosmos_db/serverless',
        pricingUnit: 'Request-Units',
      },
      context,
    )
    yield* extras(storage(context))
    return
  }
  const regions = Math.max(1, known?.geo_location.length ?? 1)
  const max = read.autoscale_settings?.max_throughput
  const provisioned = read.throughput
  // A container of a database with throughput of its own shares that.
  if (max === undefined && provisioned === undefined) {
    yield* storage(context)
    return
  }
  if (known?.multiple_write_locations_enabled) {
    yield omitted('unpriced', 'Request units', 'no price for several regions that are written to')
    return
  }
  if (!known) yield assumption('the account is in one region')
  if (max !== undefined) {
    const units = (share: number) => max * share * AUTOSCALE_FACTOR * regions
    yield hourly({
      description: `Request units, autoscaled to ${max}`,
      serviceName: COSMOS_DB,
      sku: 'azure/cosmos_db/autoscale',
      pricingUnit: 'RU-Hours',
      count: units(AUTOSCALE_FLOOR),
      scaling: { low: units(AUTOSCALE_FLOOR), high: units(1) },
    })
    yield assumption('autoscaled request units stay at the tenth of the maximum that is always charged')
  } else
    yield hourly({
      description: `Request units (${provisioned})`,
      serviceName: COSMOS_DB,
      sku: 'azure/cosmos_db/provisioned',
      pricingUnit: 'RU-Hours',
      count: (provisioned ?? 0) * regions,
    })
  if (regions > 1) yield assumption(`in each of ${regions} regions`)
  yield* extras(storage(context))
}

function accountOf(context: PricingContext): Read<typeof ACCOUNT> | undefined {
  const linked = linkedResource(context, 'partOf', 'account')
  if (linked.kind === 'unknown' || !linked.value) return undefined
  const read = readFrom(linked.value, ACCOUNT)
  return read.kind === 'known' ? read.value : undefined
}

function storage(context: PricingContext): Iterable<Part> {
  return byUse(
    {
      description: 'Storage',
      serviceName: COSMOS_DB,
      key: 'storage_gb',
      unit: 'GB',
      sku: 'azure/cosmos_db/storage',
      pricingUnit: 'GB-Months',
      chargedBy: 'what is stored',
    },
    context,
  )
}
