import { count } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extra, extras, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const WAF = 'AWS WAF'

// https://aws.amazon.com/waf/pricing/; what a managed rule group costs besides its rule, its seller decides
export const awsWafv2WebAcl = pricer(
  { type: 'aws_wafv2_web_acl', reads: { rule: count } },
  function* ({ rule: rules }, context) {
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
  },
)
