import * as z from 'zod'
import { flag, text } from './values.ts'

export const modules = z.strictObject({
  fetch: flag
    .optional()
    .describe(
      'Download modules of registries, git repositories and archives before the review. Default: `true`.',
    ),
  'allow-hosts': z
    .array(
      text.regex(
        /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/,
        'expected the name of a host, e.g. github.com',
      ),
    )
    .optional()
    .describe('The only hosts that they are fetched from. Default: `[registry.terraform.io, github.com]`.'),
})
