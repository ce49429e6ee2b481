import { z } from 'zod'
import { COSTS } from '../../core/billing/charge-columns.ts'
import { DIMENSIONS } from '../../core/domain/owner.ts'

/** Parts of the outputs that are made from a bill. */

export const amount = z.number().describe('In units of `currency`.')
export const exact = z.string().describe('A decimal number as text: it has more digits than a number.')
export const name = z.string().nullable().describe('null: none is named.')
export const currency = z.string().describe("The bill's.")
export const day = z.string().describe('UTC, e.g. `2026-10-31`.')

export const period = z
  .object({ from: day, until: day })
  .describe('From the first day up to and without the other.')
  .meta({ id: 'period' })

export const cost = z
  .enum(COSTS)
  .describe('`billed` adds up to the invoice; `effective` spreads what was paid ahead over what uses it.')

/** What the tags of a bill answer: a dimension that no tag answers is not there. */
export const billedOwner = z
  .object(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, z.string().optional()])))
  .describe('What the tags say; what they do not say is not there.')
  .meta({ id: 'billedOwner' })

export const subject = z
  .object({ kind: z.enum(['model', 'team']), model: name, team: name })
  .describe('A model of a team, or all that a team has.')
  .meta({ id: 'subject' })
