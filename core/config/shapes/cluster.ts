import * as z from 'zod'
import { amount, text, textByName, texts } from './values.ts'

export const cluster = z.strictObject({
  manifests: texts.optional().describe('Files or folders of manifests that run in it, `*` and `**` allowed.'),
  provider: z
    .enum(['aws', 'google', 'azure'])
    .optional()
    .describe("Whose machines its nodes are. Default: its node pools' provider."),
  region: text.optional().describe("Where its nodes are. Default: its node pools' region."),
  rates: z
    .strictObject({ cpu: amount, memory: amount, gpu: amount.optional() })
    .optional()
    .describe(
      'What its nodes cost, where no pool is known: the amount for a core-hour, a GiB-hour, a GPU-hour.',
    ),
  'node-pools': z
    .array(
      z.strictObject({ terraform: text.describe('Address of the node pool.'), match: textByName.optional() }),
    )
    .optional()
    .describe("Terraform's node pools and the node labels they carry."),
  allocation: z.enum(['split', 'node-tags']).optional().describe('What the bill can see.'),
  namespaces: z.record(z.string(), textByName).optional().describe('Namespace → tags its workloads inherit.'),
})
