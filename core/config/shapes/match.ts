import * as z from 'zod'
import { text, textByName } from './values.ts'

/** The keys of a `match` besides those of the tag schema. */
export const MATCH_KEYS = [
  'type',
  'address',
  'module',
  'provider',
  'kind',
  'namespace',
  'path',
  'tags',
] as const

export const match = z
  .object({
    type: text
      .optional()
      .describe('Resource type, e.g. `aws_instance`; `*` stands for any run of characters.'),
    address: text.optional().describe('Terraform address, e.g. `module.train.*`.'),
    module: text.optional().describe('Address of a module that it is in, at any depth, e.g. `module.train`.'),
    provider: text
      .optional()
      .describe('The provider configuration that makes it, e.g. `aws.research`: one for each account.'),
    kind: text.optional().describe('Kubernetes kind, e.g. `RayJob`.'),
    namespace: text.optional().describe('Kubernetes namespace.'),
    path: text.optional().describe('The declaring file, from the repository root.'),
    tags: textByName.optional().describe("Tags by the schema's keys; they may also stand beside the others."),
  } satisfies Record<(typeof MATCH_KEYS)[number], unknown>)
  .catchall(text)
  .describe('Which resources are meant; all that is stated must hold.')

export type MatchYml = z.infer<typeof match>
