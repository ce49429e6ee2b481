import * as z from 'zod'
import { US_DOLLAR } from '../domain/currency.ts'
import { accountingSchema } from './accounting-schema.ts'

/**
 * A JSON report as another job may hand it over: `schema/review.schema.json`, with a limit on everything. A pull
 * request from a fork has written it, so nothing in it is believed beyond its shape; fields that no comment shows are
 * passed over.
 */
const LONGEST_TEXT = 20_000
const MOST = 20_000

const text = z.string().max(LONGEST_TEXT)
const list = <Item extends z.ZodType>(item: Item, most = MOST) => z.array(item).max(most)
/** Amounts are added up as whole millionths; beyond this the sums would not be exact. */
const dollars = z.number().min(-9e9).max(9e9)
const quantity = z.number().min(-1e15).max(1e15)

const change = z.object({
  before: dollars,
  after: dollars,
  delta: dollars,
  atLeast: z.object({ before: z.boolean(), after: z.boolean() }),
})
const group = z.object({ kind: z.enum(['known', 'missing', 'unknown']), value: text.nullable() })
const grouped = group.extend({ cost: change })
const coverage = z.object({
  attributed: dollars,
  declared: dollars.default(0),
  total: dollars,
  share: z.number().min(0).max(1).nullable(),
})
const place = z.object({ file: text, line: z.int().min(1).max(1_000_000) })
const unpricedKind = z.enum(['usageBased', 'unpriced', 'unknown'])

const notEnforced = z.object({
  mode: z.enum(['showback', 'warn']),
  from: text.nullable(),
  daysLeft: z.int().nullable(),
})
const terms = { reason: text.nullable(), owner: text.nullable(), until: text.nullable() }
const acceptance = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('baseline') }),
  place.extend({ ...terms, kind: z.literal('exemption'), from: z.enum(['comment', 'config']), reason: text }),
])
const addedExemption = place.extend({
  ...terms,
  from: z.enum(['comment', 'config', 'baseline']),
  rules: list(text),
  findings: z.int().min(0),
  monthlyCost: dollars,
  counts: z.boolean(),
})

const finding = place.extend({
  ruleId: text,
  severity: z.enum(['error', 'warning', 'hint']),
  project: text,
  address: text,
  key: text.nullable(),
  message: text,
  monthlyCost: dollars,
  notEnforced: notEnforced.optional(),
})

const charge = z.object({
  description: text,
  serviceName: text,
  skuId: text,
  regionId: text,
  pricingUnit: text,
  pricingQuantity: quantity,
  listUnitPrice: quantity,
  listCost: dollars,
  contractedUnitPrice: quantity.optional(),
  contractedCost: dollars.optional(),
  discount: z.object({ percent: quantity, note: text.nullable() }).optional(),
  source: text,
  sourceDate: text,
})

const estimate = z.object({
  kind: z.enum(['priced', 'usageBased', 'free', 'unpriced', 'unknown']),
  monthlyListCost: dollars.nullable(),
  monthlyContractedCost: dollars.optional(),
  charges: list(charge, 200),
  assumptions: list(text, 200),
  omissions: list(z.object({ description: text, kind: unpricedKind, because: text }), 200),
  because: text.optional(),
})

const attributed = z.union([
  z
    .object({
      value: text.nullable(),
      from: z.enum(['tag', 'declared', 'catalogue', 'written-tag']).optional(),
      spelled: text.optional(),
      file: text.optional(),
      line: z.int().optional(),
    })
    .strict(),
  z.object({ unknown: text }).strict(),
])

const side = place.extend({
  tags: z.record(text, z.object({ value: text.optional(), unknown: text.optional() })),
  owner: z.object({
    team: attributed,
    project: attributed,
    model: attributed,
    phase: attributed,
    environment: attributed,
    costCenter: attributed,
    experiment: attributed,
  }),
  estimate,
})

export const reportSchema = z.object({
  version: z.literal(1),
  base: text,
  head: text,
  verdict: z.object({
    status: z.enum(['pass', 'warn', 'fail']),
    failOn: z.enum(['new-errors', 'errors', 'budget', 'none']),
    partial: z.boolean(),
    because: list(text, 50),
  }),
  total: change,
  coverage: z.object({ before: coverage, after: coverage }),
  by: z.object({
    model: list(grouped),
    team: list(grouped),
    phase: list(grouped),
    environment: list(grouped),
    costCenter: list(grouped),
    project: list(grouped),
  }),
  modelPhases: list(
    grouped.extend({
      teams: list(text, 1_000),
      phases: list(z.object({ ...group.shape, cost: change }), 1_000),
    }),
  ),
  ...accountingSchema(change, text, dollars),
  findings: z.object({ new: list(finding), existing: list(finding), fixed: list(finding) }),
  // Reports from before there were any have none of these.
  accepted: list(finding.extend({ accepted: acceptance })).default([]),
  addedExemptions: list(addedExemption).default([]),
  enforcement: list(notEnforced.extend({ where: text.nullable() })).default([]),
  resources: list(
    z.object({
      project: text,
      address: text,
      previousAddress: text.nullable(),
      type: text,
      action: z.enum(['create', 'update', 'delete', 'no-op']),
      cost: change,
      before: side.nullable(),
      after: side.nullable(),
    }),
  ),
  notPriced: list(
    z.object({
      project: text,
      address: text,
      kind: unpricedKind,
      because: text,
      part: text.nullable(),
      changed: z.boolean(),
    }),
  ),
  suggestions: list(
    z.object({
      id: text,
      project: text,
      address: text,
      what: text,
      monthlySaving: dollars,
      risk: text,
      source: text,
      sourceDate: text,
      ...place.shape,
    }),
  ).default([]),
  inexactMonthlyCost: dollars,
  assumptions: list(text),
  prices: z.object({
    version: z.number(),
    date: text,
    // Reports of before there were others are in US dollars.
    currency: text.regex(/^[A-Z]{3}$/).default(US_DOLLAR),
    terms: list(text, 200).optional(),
  }),
  notes: list(text, 100),
  problems: list(place.extend({ severity: z.enum(['error', 'warning']), message: text })),
  notLoaded: list(
    place.extend({ project: text, address: text, source: text, version: text.nullable(), because: text }),
  ),
})

export type Report = z.infer<typeof reportSchema>
