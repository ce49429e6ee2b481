import { z } from 'zod'
import { dollars, estimate, notLoaded, owner, place, prices, problem, tags, version } from './parts.ts'

const resource = z.object({
  project: z
    .string()
    .describe('The root module it is reached from. Project and address identify a resource.'),
  address: z.string().describe('As Terraform writes it; `[*]` where the instances are not known.'),
  type: z.string(),
  name: z.string(),
  provider: z.string().describe('The local name, e.g. `aws` or `aws.us_west`.'),
  providerSource: z.string().describe('e.g. `hashicorp/aws`.'),
  region: z.string().nullable(),
  regionUnknown: z.string().nullable().describe('Why the region is not known.'),
  ...place,
  multiplicityUnknown: z
    .string()
    .nullable()
    .describe('Why it is not known how many there are: this one stands for them all.'),
  attributes: z
    .record(z.string(), z.json())
    .describe(
      'Evaluated. `{"$unknown": reason}`, `{"$sensitive": true}` or `{"$truncated": …}` stand wherever a part is so; a key `$unknown` in a map, or such a last item of a list, says that there may be more.',
    ),
  ...tags,
  owner,
  lifetime: z
    .object({
      expiresOn: z.string().describe('The day that a tag says it ends on, e.g. `2026-12-31`.'),
      daysLeft: z.int().describe('From today on; negative where that day is past.'),
      costUntilThen: dollars.describe('From today to that day.'),
    })
    .optional()
    .describe('There where a tag says when the resource ends.'),
  estimate,
})

/** What `ascribe inspect --format json` prints. */
export const inspectOutput = z
  .object({
    version,
    projects: z.array(z.string()).describe('The root modules, in order.'),
    prices,
    resources: z.array(resource),
    problems: z.array(problem),
    assumptions: z
      .array(z.string())
      .describe('What values rest on that no file says; each estimate has its own.'),
    notLoaded: z.array(notLoaded),
  })
  .describe('What ascribe inspect sees in a folder.')
