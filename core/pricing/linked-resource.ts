import { known, type Readers, type Reading, readAll } from '../domain/reads.ts'
import type { Resource } from '../domain/resource.ts'
import type { EdgeKind } from '../topology/resource-graph.ts'
import type { PricingContext } from './pricer.ts'

/**
 * The one resource that edges of this kind lead to; undefined where nothing is named. `noun` is how messages call it:
 * "its launch template is unknown: …".
 */
export function linkedResource(
  { graph, resource }: PricingContext,
  edge: EdgeKind,
  noun: string,
): Reading<Resource | undefined> {
  const linked = graph.targets(resource, edge)
  if (linked.kind === 'none') return known(undefined)
  if (linked.kind === 'unknown')
    return { kind: 'unknown', because: `its ${noun} is unknown: ${linked.because}` }
  if (linked.resources.length > 1)
    return { kind: 'unknown', because: `its ${noun} may be any of ${linked.resources.length} resources` }
  return known(linked.resources[0])
}

/** Arguments of another resource; what is unknown of it says whose it is. */
export function readFrom<T>(other: Resource, readers: Readers<T>): Reading<T> {
  const read = readAll(other.attributes, readers)
  return read.kind === 'known' ? read : { kind: 'unknown', because: `${other.address}: ${read.because}` }
}
