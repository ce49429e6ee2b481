import type { Charge, Estimate } from '../domain/estimate.ts'
import type { Resource } from '../domain/resource.ts'
import type { Range } from '../source/source-file.ts'
import { KNOWN_MODULES } from '../source/source-tree.ts'

const RULE = 'what the inputs of a module say that was not read'

/** Its block is in a file of somebody's, not in what stands for a module that nobody could read. */
function isWritten({ range }: { readonly range: Range }): boolean {
  return !range.source.path.startsWith(`${KNOWN_MODULES}/`)
}

/** The estimate of a resource, marked where the resource itself is taken from a module's inputs only. */
export function markedStandIn(resource: Resource, estimate: Estimate): Estimate {
  if (isWritten(resource)) return estimate
  const module = resource.moduleCalls.findLast(isWritten)?.address ?? resource.address
  const assumption = `${module} could not be read: priced from its inputs`
  switch (estimate.kind) {
    case 'priced':
      return {
        ...estimate,
        charges: estimate.charges.map(asEquivalent),
        assumptions: [...estimate.assumptions, assumption],
      }
    case 'usageBased':
      return { ...estimate, assumptions: [...estimate.assumptions, assumption] }
    case 'free':
    case 'unpriced':
    case 'unknown':
      return estimate
    default:
      return estimate satisfies never
  }
}

/** A price that stands in for another already says so. */
function asEquivalent(charge: Charge): Charge {
  if (charge.basis.kind !== 'exact') return charge
  return { ...charge, basis: { kind: 'equivalent', skuId: charge.skuId, rule: RULE } }
}
