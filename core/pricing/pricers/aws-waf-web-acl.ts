import { count } from '../../domain/reads.ts'
import { pricer } from '../pricer.ts'
import { webAcl } from '../waf.ts'

// WAF Classic
export const awsWafWebAcl = pricer(
  {
    type: 'aws_waf_web_acl',
    aliases: ['aws_wafregional_web_acl'],
    reads: { rule: count, rules: count },
  },
  ({ rule, rules }, context) => webAcl(Math.max(rule, rules), context),
)
