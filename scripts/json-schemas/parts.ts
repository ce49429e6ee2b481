import { z } from 'zod'
import { SEVERITIES } from '../../core/domain/finding.ts'
import { DIMENSIONS } from '../../core/domain/owner.ts'

/** Parts of the JSON outputs. Objects are open: fields may be added within a version. */

export const version = z
  .literal(1)
  .describe('Of this output. Fields may be added within a version, never renamed.')

export const dollars = z.number().describe('A month, in `prices.currency`.')

export const place = {
  file: z.string().describe('Path of the file, from the current folder where the CLI prints it.'),
  line: z.int().min(1),
  column: z.int().min(1).describe('In code points.'),
  endLine: z.int().min(1),
  endColumn: z.int().min(1).describe('The column after the last character.'),
}

export const prices = z
  .object({
    version: z.int().describe("Of the price book's format."),
    date: z.string().describe('The day its facts were collected, e.g. `2026-11-21`.'),
    currency: z.string().describe('ISO 4217 code of what all amounts are in.'),
    terms: z.array(z.string()).optional().describe('What makes the figures differ from list prices.'),
  })
  .describe('The embedded price book that the figures stand on.')

export const problem = z
  .object({ severity: z.enum(['error', 'warning']), message: z.string(), ...place })
  .describe('Something in the files that cannot be read as it stands. The rest was still looked at.')
  .meta({ id: 'problem' })

export const notLoaded = z
  .object({
    project: z.string(),
    address: z.string().describe("The module's address."),
    source: z.string(),
    version: z.string().nullable(),
    because: z.string(),
    ...place,
  })
  .describe('A module that is not there to be read. Nothing is guessed about what it creates.')
  .meta({ id: 'notLoaded' })

export const finding = z
  .object({
    ruleId: z.string(),
    severity: z.enum(SEVERITIES),
    project: z.string(),
    address: z.string(),
    key: z.string().nullable().describe('The tag key it is about.'),
    message: z.string(),
    ...place,
    monthlyCost: dollars.describe('What the resource costs a month: the money at stake.'),
    notEnforced: z
      .object({
        mode: z.enum(['showback', 'warn']),
        from: z.string().nullable(),
        daysLeft: z.int().nullable(),
      })
      .optional()
      .describe('Set where it fails nothing (yet): what was an error is then a warning.'),
  })
  .describe('What a rule reports. Its identity is project + address + ruleId + key.')
  .meta({ id: 'finding' })

const originKinds = [
  'resource',
  'default_tags',
  'local',
  'variable',
  'var-file',
  'module',
  'output',
  'data',
  'other',
] as const

const origins = z
  .array(z.object({ kind: z.enum(originKinds), file: place.file, line: place.line }))
  .describe('Where it is written, nearest first.')

const tag = z
  .object({
    value: z.string().optional().describe('There unless the value is unknown.'),
    unknown: z.string().optional().describe('Why the value is not known.'),
    origins,
  })
  .meta({ id: 'tag' })

export const tags = {
  taggable: z.union([z.boolean(), z.literal('unknown')]).describe('Whether the type takes tags.'),
  tags: z
    .record(z.string(), tag)
    .describe("The tags that are certainly present, the provider's defaults included."),
  tagsUnknown: z.string().nullable().describe('Why there may be further tags; null if there are none.'),
}

const answer = z.union([
  z.object({
    value: z.string().nullable().describe('null: nobody says.'),
    from: z
      .enum(['tag', 'declared', 'catalogue', 'written-tag'])
      .optional()
      .describe(
        'Who says so: a tag that reaches the bill, `owners` of ascribe.yml, its catalogue, or a tag that does not reach the bill.',
      ),
    spelled: z.string().optional().describe("As the tag has it, where that stands for the catalogue's name."),
    file: z.string().optional().describe('Where it is said.'),
    line: z.int().min(1).optional(),
  }),
  z.object({ unknown: z.string().describe('Why it is not known.') }),
])

export const owner = z
  .object(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, answer])))
  .describe('Whose cost it is: for each of the dimensions that the schema maps a key onto.')
  .meta({ id: 'owner' })

const charge = z
  .object({
    description: z.string(),
    serviceName: z.string(),
    skuId: z.string(),
    regionId: z.string(),
    pricingUnit: z.string(),
    pricingQuantity: z.number().describe('Units a month.'),
    listUnitPrice: z.number().describe('For one unit.'),
    listCost: dollars,
    contractedUnitPrice: z
      .number()
      .optional()
      .describe('For one unit, less the discount that `ascribe.yml` states.'),
    contractedCost: dollars.optional(),
    discount: z.object({ percent: z.number(), note: z.string().nullable() }).optional(),
    basis: z
      .enum(['exact', 'equivalent', 'reference-region'])
      .describe("Whether the price is this SKU's in this region, another SKU's, or another region's."),
    standIn: z
      .object({
        skuId: z.string().optional(),
        rule: z.string().optional(),
        regionId: z.string().optional(),
      })
      .optional()
      .describe('What stands in for the price, where the basis is not exact.'),
    source: z.string().describe('Who published the price.'),
    sourceDate: z.string().describe('The day of the data, or as near as the source says.'),
  })
  .describe('One cost line, in FOCUS words.')
  .meta({ id: 'charge' })

const gaps = ['usageBased', 'unpriced', 'unknown'] as const
export const gap = z
  .enum(gaps)
  .describe(
    '`usageBased`: costs what it is used for. `unpriced`: we have no price. `unknown`: its size is not known.',
  )
  .meta({ id: 'gap' })

export const estimate = z
  .object({
    kind: z.enum(['priced', 'free', ...gaps]),
    monthlyListCost: dollars.nullable().describe('A month; 0 if free, null where there is no figure.'),
    monthlyContractedCost: dollars
      .optional()
      .describe(
        'A month, less the discounts that `ascribe.yml` states; the totals add this up where it is there.',
      ),
    charges: z.array(charge),
    assumptions: z.array(z.string()),
    omissions: z
      .array(z.object({ description: z.string(), kind: gap, because: z.string() }))
      .describe('Parts that have no figure, of a resource that has one.'),
    range: z
      .object({ low: dollars, high: z.union([dollars, z.literal('unbounded')]) })
      .optional()
      .describe('A month, as autoscaling moves it, where it does; `monthlyListCost` is how it stands now.'),
    because: z.string().optional().describe('Why there is no figure.'),
  })
  .meta({ id: 'estimate' })
