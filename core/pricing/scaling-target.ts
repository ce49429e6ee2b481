import { maybe, number, string } from '../domain/reads.ts'
import { readFrom } from './linked-resource.ts'
import type { Scaling } from './part.ts'
import type { PricingContext } from './pricer.ts'

const TARGET = {
  min_capacity: number(),
  max_capacity: number(),
  scalable_dimension: string(''),
  resource_id: maybe(string('')),
}

/**
 * How far Application Auto Scaling may move a dimension of the resource (`DesiredCount`, `WriteCapacityUnits`). `part` is
 * in the target's `resource_id` where only a part of the resource is meant: `variant/blue`. Undefined where no target
 * is there or its bounds are not known.
 */
export function autoscaling(
  { graph, resource }: PricingContext,
  dimension: string,
  part?: string,
): Scaling | undefined {
  for (const target of graph.sources(resource, 'scales')) {
    const read = readFrom(target, TARGET)
    if (read.kind === 'unknown') continue
    const { min_capacity: low, max_capacity: high, scalable_dimension, resource_id } = read.value
    if (low === undefined || high === undefined || !scalable_dimension.endsWith(dimension)) continue
    if (part !== undefined && resource_id.kind === 'known' && !resource_id.value.endsWith(part)) continue
    return { low, high }
  }
  return undefined
}
