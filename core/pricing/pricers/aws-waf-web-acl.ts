import { count } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extra, extras, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const WAF = 'AWS WAF'

// https://aws.amazon.com/waf/pricing/: WAF Classic
export const awsWafWebAcl = pricer(
  {
    type: 'aws_waf_web_acl',
    aliases: ['aws_wafregional_web_acl'],
    reads: { rule: count, rules: count },
  },
  function* (read, context) {
    const rules = Math.max(read.rule, read.rules)
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
