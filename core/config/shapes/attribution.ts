import * as z from 'zod'
import { OWNER_SOURCES } from '../owner-rules.ts'
import { flag, texts } from './values.ts'

export const attribution = z.strictObject({
  order: z
    .array(z.enum(OWNER_SOURCES))
    .min(1)
    .optional()
    .describe(
      'Where an owner is read from; the first that knows gives the answer. `bill-tags`: the tags that reach the bill; `declared`: `owners`; `catalogue`: what `models` and `teams` say of the model and team; `written-tags`: tags that are written and do not reach the bill. Default: `[bill-tags, declared]`.',
    ),
  'cost-allocation-tags': texts
    .optional()
    .describe('The tag keys that are activated for cost allocation in AWS: no other is on its bill.'),
  'azure-tag-inheritance': flag
    .optional()
    .describe(
      'Whether Azure Cost Management puts tags of resource groups on the usage of their resources. Default: `false`.',
    ),
})
