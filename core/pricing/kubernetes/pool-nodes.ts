import { poolsOf } from '../../topology/cluster.ts'
import { assumption, hourly, mapScaling, omitted, type Part } from '../part.ts'
import { signOfPrices } from '../price-book.ts'
import type { PricingContext } from '../pricer.ts'
import { sustainedUse } from '../sustained-use.ts'
import { machineOf } from './machine.ts'
import { nodesForWorkloads } from './nodes-for-workloads.ts'

/** The nodes of a pool that names its machine type, with the GPUs attached to them. */
export function* poolNodes(context: PricingContext, serviceName: string): Generator<Part> {
  const { resource, graph, book } = context
  const [pool] = poolsOf([resource], graph)
  if (!pool?.nodes || pool.machines.kind === 'unknown') {
    const because = pool?.machines.kind === 'unknown' ? pool.machines.because : 'its arguments are not known'
    yield omitted('unknown', 'Nodes', because)
    return
  }
  const { desired, min, max } = pool.nodes
  const count = context.nodes ?? (desired.kind === 'known' ? desired.value : undefined)
  if (count === undefined) {
    yield omitted('unknown', 'Nodes', desired.kind === 'unknown' ? desired.because : '')
    return
  }
  const { region, machines, capacityType } = pool
  if (region.kind !== 'string') {
    yield omitted(
      'unknown',
      'Nodes',
      `its region is unknown: ${region.kind === 'unknown' ? region.because : 'not set'}`,
    )
    return
  }
  if (machines.value.kind !== 'types') return
  const place = { provider: pool.provider, regionId: region.value }
  const machine = machineOf(book, place, machines.value, capacityType)
  const [instanceType] = machines.value.instanceTypes
  const market = capacityType === 'spot' ? 'spot' : 'on-demand'
  const description = `Nodes (${instanceType}, ${market})`
  if (!machine?.price) {
    const what = market === 'spot' ? 'spot price' : 'price'
    const instead = market === 'spot' ? machineOf(book, place, machines.value, 'on-demand')?.price : undefined
    const ceiling = instead
      ? `; on demand each would be ${signOfPrices(book)}${(instead.price.listUnitPrice * context.hours).toFixed(2)} a month`
      : ''
    yield omitted('unpriced', description, `no ${what} for ${instanceType} in ${region.value}${ceiling}`)
    return
  }
  if (desired.kind !== 'known' || count > desired.value)
    yield assumption(nodesForWorkloads(count, desired.kind === 'known' ? desired.value : undefined))
  else yield assumption('node pools stay at the number of nodes that they start with')
  const scaling = { low: Math.min(min ?? count, count), high: Math.max(max ?? count, count) }
  const { attached } = machine
  const found = attached?.machine ?? machine.price
  const sku = found.price.skuId
  yield { ...hourly({ description, serviceName, sku, count, found }), scaling }
  if (market === 'spot') yield assumption(`spot prices stay as they were on ${found.price.sourceDate}`)
  else if (pool.provider === 'google') yield* sustainedUse(instanceType!, { serviceName, sku }, context)
  if (attached)
    yield {
      ...hourly({
        description: `GPUs (${attached.accelerator}, ${market})`,
        serviceName,
        sku: attached.each.price.skuId,
        pricingUnit: attached.each.price.pricingUnit,
        count: count * attached.count,
        found: attached.each,
      }),
      scaling: mapScaling(scaling, (nodes) => nodes * attached.count),
    }
}
