import { quantity } from '../../domain/quantity.ts'
import type { Texts } from '../../domain/reads.ts'
import { assumption, omitted, type Part } from '../part.ts'
import type { PricingContext } from '../pricer.ts'

/** What a provisioner's pool may cost: nothing by itself, and no more than its limits let it make. */
export function* ceilingParts(limits: Texts | undefined, context: PricingContext): Generator<Part> {
  const stated = [...(limits?.entries ?? [])].flatMap(([resource, text]) => {
    const amount = quantity(text)
    return amount === undefined ? [] : [`${text} ${resource}`]
  })
  const nodes = 'Nodes'
  if (stated.length === 0 && limits?.open === undefined) {
    yield omitted(
      'usageBased',
      nodes,
      'cost what workloads request of them; without `spec.limits` there is no bound',
    )
    return
  }
  const bound =
    stated.length > 0 ? `at most ${stated.join(', ')}` : `their limit is not known: ${limits?.open}`
  yield omitted('usageBased', nodes, `cost what workloads request of them, ${bound}`)
  const gpus = limits?.entries.get('nvidia.com/gpu')
  if (gpus === '0') yield assumption(`${context.resource.address} makes no GPU nodes`)
}
