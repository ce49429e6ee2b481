import { string } from '../../domain/reads.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { assumption, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/load-balancer/
export const azurermLbRule = pricer({ type: 'azurerm_lb_rule', reads: {} }, function* (_, context) {
  const lb = linkedResource(context, 'partOf', 'load balancer')
  const read = lb.kind === 'known' && lb.value ? readFrom(lb.value, { sku: string('Standard') }) : lb
  if (read.kind === 'unknown') {
    yield omitted('unknown', 'Rule', read.because)
    return
  }
  if (read.value && 'sku' in read.value && read.value.sku === 'Basic') return
  yield hourly({ description: 'Rule', serviceName: 'Load Balancer', sku: 'azure/lb/rule/additional' })
  yield assumption('every rule is charged as those beyond the first five are')
})
