import { byUse } from './by-use.ts'
import { extra, extras, monthly, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

const WAF = 'AWS WAF'

/** A web ACL with so many rules, in WAF and in WAF Classic. https://aws.amazon.com/waf/pricing/ */
export function* webAcl(rules: number, context: PricingContext): Generator<Part> {
  yield monthly({
    description: 'Web ACL',
    serviceName: WAF,
    sku: 'waf/web_acl',
    count: 1,
    pricingUnit: 'Web-ACL-Months',
  })
  if (rules > 0)
    yield extra(
      monthly({
        description: 'Rules and rule groups',
        serviceName: WAF,
        sku: 'waf/rule',
        count: rules,
        pricingUnit: 'Rule-Months',
      }),
    )
  yield* extras(
    byUse(
      {
        description: 'Requests',
        serviceName: WAF,
        key: 'monthly_requests',
        unit: 'requests',
        sku: 'waf/requests',
        pricingUnit: 'Requests',
        chargedBy: 'request',
      },
      context,
    ),
  )
}
