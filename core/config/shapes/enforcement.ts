import * as z from 'zod'
import { MODES } from '../modes.ts'
import { match } from './match.ts'
import { date } from './values.ts'

const mode = {
  mode: z
    .enum(MODES)
    .optional()
    .describe(
      '`showback` reports, `warn` makes errors warnings; both fail nothing. Default: `enforce`; with `enforce-from`, `warn` until that day.',
    ),
  'enforce-from': date.optional().describe('From this day on, it is enforced.'),
}

export const enforcement = z.strictObject({
  ...mode,
  rules: z
    .array(z.strictObject({ match, ...mode }))
    .optional()
    .describe('For folders, environments, …: the first that matches holds in place of the mode above.'),
})
