import { z } from 'zod'
import { accepted } from './accepted.ts'
import { finding, notLoaded, problem, version } from './parts.ts'

/** What `ascribe check --format json` prints. */
export const checkOutput = z
  .object({
    version,
    configured: z
      .boolean()
      .describe('Whether there is an ascribe.yml; without one, the preset ml-attribution holds.'),
    findings: z.array(finding),
    ...accepted,
    problems: z.array(problem),
    notLoaded: z.array(notLoaded),
    summary: z.object({
      errors: z.int(),
      warnings: z.int(),
      hints: z.int(),
      resourcesWithFindings: z.int(),
      resourcesChecked: z.int().describe('Resources that take tags, or may, and cost money, or may.'),
    }),
  })
  .describe('What ascribe check finds in a folder.')
