import { count } from '../../domain/reads.ts'
import { pricer } from '../pricer.ts'
import { webAcl } from '../waf.ts'

// What a managed rule group costs besides its rule, its seller decides.
export const awsWafv2WebAcl = pricer(
  { type: 'aws_wafv2_web_acl', reads: { rule: count } },
  ({ rule }, context) => webAcl(rule, context),
)
