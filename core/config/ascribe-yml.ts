import * as z from 'zod'
import { SEVERITIES } from '../domain/finding.ts'
import { APART_CHARGES, BILL_COSTS } from './bill.ts'
import { MODES } from './modes.ts'
import { OWNER_SOURCES } from './owner-rules.ts'
import { POOL_METHODS } from './pool-methods.ts'
import { EXEMPTABLE_RULE_IDS, RULE_IDS } from './rule-ids.ts'
import { TARGETS } from './spelling.ts'
import { MAX_QUANTITY } from './usage-file.ts'

/**
 * The shape of `ascribe.yml`, and nothing but its shape: it is also what editors complete from
 * (schema/ascribe.schema.json) and what docs/configuration.md lists, both written by scripts/config-schema/build.ts.
 * What the parts mean to each other is checked in read-config.ts.
 */

const text = z.string({
  error: ({ input }) => `expected a text${input === undefined ? '' : `, found ${describe(input)}`}`,
})
const texts = z.array(text)
const flag = z.boolean({ error: ({ input }) => `expected true or false, found ${describe(input)}` })
const amount = z
  .number({ error: ({ input }) => `expected a number, found ${describe(input)}` })
  .min(0, 'expected a number that is not negative')
const score = amount.max(1, 'expected a score from 0 to 1')
const date = text.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date, e.g. 2027-01-15')
const percentage = text.regex(/^\d+(\.\d+)?%$/, 'expected a percentage, e.g. 150%')
const textByName = z.record(z.string(), text)

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

const match = z
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

const tagKey = z.strictObject({
  required: flag.optional().describe("Every resource carries it. Default: the preset's answer, else false."),
  'required-when': textByName
    .optional()
    .describe('Required where these other tags have these values, e.g. `{ environment: experiment }`.'),
  values: z
    .union([z.literal('catalogue'), texts.min(1)], {
      error: 'expected "catalogue" or a list of texts (numbers and true/false go in quotes)',
    })
    .optional()
    .describe('The values allowed; `catalogue` takes them from `teams` and `models`.'),
  or: texts.optional().describe('Values allowed besides, e.g. `[shared]`.'),
  pattern: text.optional().describe('A regular expression the value matches; anchor it with `^` and `$`.'),
  type: z.enum(['string', 'date']).optional().describe('`date`: an ISO 8601 date.'),
  'max-days': z
    .number({ error: 'expected a whole number of days' })
    .int('expected a whole number of days')
    .min(1, 'expected at least one day')
    .max(36_500, 'expected at most 36500 days')
    .optional()
    .describe('How far ahead a date may lie.'),
  severity: z.enum(SEVERITIES).optional().describe("In place of the rules' own, for this key."),
})

const target = z.strictObject({
  prefix: text.optional().describe('Put before the key, e.g. `ml.acme.example/`.'),
  separator: text.optional().describe('In place of `_` in the key, and of what no value can hold there.'),
})

const schema = z.strictObject({
  preset: z.enum(['ml-attribution', 'ml-prefixed', 'none']).optional().describe('Default: `ml-attribution`.'),
  keys: z
    .record(z.string(), tagKey.nullable())
    .optional()
    .describe("The tags wanted, merged over the preset's."),
  aliases: textByName.optional().describe('Another spelling → the key it stands for.'),
  targets: z
    .partialRecord(z.enum(TARGETS), target)
    .optional()
    .describe('How tags are spelled where fewer characters are allowed.'),
  dimensions: z
    .strictObject({
      team: text.optional(),
      project: text.optional(),
      model: text.optional(),
      phase: text.optional(),
      environment: text.optional(),
      'cost-center': text.optional(),
      experiment: text.optional(),
    })
    .optional()
    .describe('Which key says whose money it is, merged over the preset.'),
})

const checks = z.strictObject({
  'fail-on': z
    .enum(['new-errors', 'errors', 'budget', 'none'])
    .optional()
    .describe('What makes a review fail. Default: `new-errors`.'),
  severity: z
    .partialRecord(z.enum(RULE_IDS), z.enum([...SEVERITIES, 'off']))
    .optional()
    .describe('Rule id → severity, or `off`.'),
  growth: z
    .strictObject({
      'warn-above': percentage.optional().describe('Of the baseline. Default: `150%`.'),
      'at-least': amount.optional().describe('Amount a month that a model must grow by. Default: 25.'),
    })
    .optional()
    .describe("From when on a model's growth is flagged."),
  'max-gpus': amount
    .optional()
    .describe('How many GPUs one Kubernetes workload may hold. Default: any number.'),
  'approve-above': amount
    .optional()
    .describe('Change in the amount a month above which the owners of what becomes dearer are asked.'),
  'allow-new-exemptions': flag
    .optional()
    .describe('Whether exemptions that a change adds count for it. Default: false, not until it is merged.'),
})

const mode = {
  mode: z
    .enum(MODES)
    .optional()
    .describe(
      '`showback` reports, `warn` makes errors warnings; both fail nothing. Default: `enforce`; with `enforce-from`, `warn` until that day.',
    ),
  'enforce-from': date.optional().describe('From this day on, it is enforced.'),
}

const enforcement = z.strictObject({
  ...mode,
  rules: z
    .array(z.strictObject({ match, ...mode }))
    .optional()
    .describe('For folders, environments, …: the first that matches holds in place of the mode above.'),
})

const project = z.strictObject({
  name: text.min(1, 'expected a name').describe('How reports call it.'),
  path: text.describe("The root module's folder, from the repository root; `.` is the root."),
  'var-files': texts.optional().describe('From the folder of the project, in the order they are applied.'),
  workspace: text.optional().describe('Default: `default`.'),
})

const modules = z.strictObject({
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

const cluster = z.strictObject({
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

const helm = z.strictObject({
  render: flag.describe(
    'Whether charts may be rendered, with the `helm` program of the machine. Default: false.',
  ),
  charts: z
    .array(
      z.strictObject({
        chart: text.describe('The folder of its Chart.yaml.'),
        release: text,
        namespace: text.optional(),
        values: texts.optional().describe('Files of values inside the repository; later ones win.'),
      }),
    )
    .optional()
    .describe("Charts to render besides those of Argo CD's applications."),
})

const owner = z.strictObject({ match, set: textByName.describe("Tags by the schema's keys.") })

const attribution = z.strictObject({
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

const team = z.strictObject({
  'cost-center': text.optional().describe('Where finance books it.'),
  budget: amount.optional().describe('Amount a month.'),
  review: text.optional().describe('Who is asked, e.g. `@acme/fraud-ml`.'),
})

const model = z.strictObject({
  team: text.optional().describe('The team that owns it.'),
  project: text.optional(),
  budget: amount.optional().describe('Amount a month.'),
  'monthly-predictions': amount.optional(),
  'monthly-value': amount.optional().describe('Amount a month.'),
  'benchmark-per-1k': amount.optional().describe('Amount per 1,000 predictions.'),
  criticality: z.enum(['low', 'medium', 'high', 'critical']).optional().describe('What depends on it.'),
})

const sharedPool = z.strictObject({
  name: text.min(1, 'expected a name').describe('How reports call it.'),
  match: match
    .optional()
    .describe(
      'Which costs are in it; the first pool that matches has them. `flat` needs none: it then takes what names the model `shared` and is in no pool.',
    ),
  bill: z
    .strictObject({
      service: text.optional().describe('As the bill names it, e.g. `Amazon Elastic*`.'),
      resource: text.optional().describe('Its id or its name on the bill, e.g. `*:db:feature-store`.'),
      account: text.optional().describe('The account, subscription or project that is billed.'),
      tags: textByName.optional().describe("Tags by the schema's keys."),
    })
    .optional()
    .describe(
      'Which charges of a bill are in it, where `match` asks for what a bill does not have: types, addresses, paths. All that is stated must hold.',
    ),
  method: z
    .enum(POOL_METHODS)
    .describe(
      'How the cost is split: `even` among teams, `fixed` percentages, in proportion to `direct-cost`, by `model-count`, by `usage` from a file, by `pod-requests`, a `flat` fee of each team; `keep` leaves it to the team that runs it.',
    ),
  to: texts
    .min(1)
    .optional()
    .describe('The teams that carry it. Default: every team that has models or costs.'),
  percent: z.record(z.string(), amount).optional().describe('For `fixed`: team or model → percent.'),
  metric: text
    .optional()
    .describe(
      'For `usage`: a CSV file whose first column is headed `team` or `model`, and whose last has the quantities.',
    ),
  cluster: text
    .optional()
    .describe('For `pod-requests`: the cluster whose pods count. Default: all of them.'),
  'per-team': amount.optional().describe('For `flat`: amount a month.'),
  reviewed: date.optional().describe('When the method was last agreed on.'),
})

const budgets = z.strictObject({
  repository: amount.optional().describe('Amount a month for all that is reviewed.'),
  environments: z.record(z.string(), amount).optional().describe('Environment → amount a month.'),
  'warn-at': percentage.optional().describe('Of any budget. Default: `80%`.'),
  'fail-at': percentage.optional().describe('Of any budget: more than this is an error. Default: `100%`.'),
})

const economics = z.strictObject({
  environments: texts
    .min(1)
    .optional()
    .describe('Whose costs count, `*` allowed. Default: `[production, prod]`.'),
  grades: z
    .strictObject({ A: score.optional(), B: score.optional(), C: score.optional() })
    .optional()
    .describe('The score above which a model has the grade. Default: `{ A: 0.8, B: 0.6, C: 0.4 }`.'),
})

const bill = z.strictObject({
  cost: z
    .enum(BILL_COSTS)
    .optional()
    .describe(
      '`billed` adds up to the invoice, `effective` spreads what was paid ahead. Default: `effective`.',
    ),
  apart: z
    .array(z.enum(APART_CHARGES))
    .optional()
    .describe(
      'Charges that are shown apart and carried by nobody. Default: all of them; `[]` charges them to whom their tags name.',
    ),
  'chargeback-from': date
    .optional()
    .describe(
      'Periods from this day on are charged to teams; before, and without it, they are shown to them (`ascribe chargeback`).',
    ),
  prefixes: textByName
    .optional()
    .describe(
      'Prefix of a bucket, e.g. `s3://my-datalake/fraud-team/` → the team or model whose objects lie there. Default: the one that the first folder is called by.',
    ),
  'platform-team': text
    .optional()
    .describe('The team that the bill comes to. Default: the one that runs what names the model `shared`.'),
})

const usage = z
  .strictObject({
    match,
    'hours-per-month': amount.max(744, 'a month has at most 744 hours').optional(),
    'runs-per-month': amount.optional().describe('With `hours-per-run`, in place of `hours-per-month`.'),
    'hours-per-run': amount.optional(),
    quantities: z
      .record(z.string(), amount.max(MAX_QUANTITY, `expected at most ${MAX_QUANTITY}`))
      .optional()
      .describe('How much is used a month of what is charged by use, e.g. `{ monthly_requests: 1000000 }`.'),
  })
  .describe('How long what matches runs, without a rule 730 hours a month; how much of it is used.')

const prices = z.strictObject({
  currency: text
    .regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code in capitals, e.g. EUR')
    .optional()
    .describe('What all amounts are in, those of this file too: an ISO 4217 code. Default: `USD`.'),
  rate: z
    .number({ error: 'expected a number' })
    .min(1e-4, 'expected at least 0.0001')
    .max(1e5, 'expected at most 100,000')
    .optional()
    .describe('What one US dollar is in that currency, e.g. `0.92`: needed beside any other than `USD`.'),
  'rate-date': date.optional().describe('Of which day the rate is.'),
  discounts: z
    .array(
      z.strictObject({
        service: text
          .optional()
          .describe('FOCUS service name, e.g. `Amazon SageMaker`; `*` stands for any run of characters.'),
        sku: text.optional().describe('SKU id, e.g. `ec2/linux/p5.*`.'),
        family: text.optional().describe('Family of instance types, e.g. `p5`.'),
        percent: amount.max(100, 'expected a percentage of at most 100'),
        note: text.optional().describe('Why, e.g. `savings plan 2026`; shown beside the figures.'),
      }),
    )
    .optional()
    .describe('Percent off the list price of what all that is stated fits; the first that fits holds.'),
  overrides: z
    .array(
      z.strictObject({
        sku: text.describe('As `ascribe prices show` lists it.'),
        region: text.optional().describe('Without it, every region.'),
        price: amount
          .max(100_000_000, 'expected at most 100,000,000')
          .optional()
          .describe('For one unit, in the currency of `prices`.'),
        usd: amount
          .max(1_000_000, 'expected at most 1,000,000 USD')
          .optional()
          .describe('For one unit, in US dollars: in place of `price`.'),
        unit: text.optional().describe("FOCUS unit, e.g. `Hours`; default: the list price's."),
      }),
    )
    .optional()
    .describe('What one unit of a SKU costs, in place of the list price.'),
  book: text
    .optional()
    .describe(
      'A folder with a price book of your own, from the file on, as `ascribe prices refresh` writes it.',
    ),
})

const exemption = z.strictObject({
  rule: z.enum(EXEMPTABLE_RULE_IDS).describe('The rule that may be broken.'),
  match,
  reason: text.optional().describe('Why. Without a reason it exempts nothing.'),
  owner: text.optional().describe('Who answers for it.'),
  until: date.describe('The last day it holds.'),
})

export const VERSION = 1

export const ascribeYml = z.strictObject({
  version: z.literal(VERSION).describe('The version of this format.'),
  schema: schema.optional().describe('Which tags resources carry.'),
  checks: checks.optional().describe('What is reported, and what fails.'),
  enforcement: enforcement.optional().describe('Showback first, enforcement later.'),
  projects: z.array(project).optional().describe('Root modules; without them they are discovered.'),
  modules: modules.optional().describe('Fetching of modules.'),
  clusters: z.record(z.string(), cluster).optional().describe('Kubernetes clusters and what runs on them.'),
  helm: helm.optional().describe('Helm charts.'),
  attribution: attribution.optional().describe('How it is found out whose money it is.'),
  owners: z.array(owner).optional().describe('Declared inheritance of tags.'),
  include: texts
    .optional()
    .describe(
      'Files with further `teams` and `models`, from the folder of this one: YAML, JSON, or CSV whose first column is headed `team` or `model`.',
    ),
  teams: z.record(z.string(), team.nullable()).optional().describe('The catalogue of teams.'),
  models: z.record(z.string(), model.nullable()).optional().describe('The catalogue of models.'),
  budgets: budgets
    .optional()
    .describe('Budgets besides those of teams and models, and when they warn and fail.'),
  bill: bill.optional().describe('How `ascribe report` reads a bill.'),
  economics: economics.optional().describe('What predictions cost, and how models are graded.'),
  shared: z.array(sharedPool).optional().describe('Shared costs and how they are split.'),
  usage: z.array(usage).optional().describe('How long resources run, and how much of them is used.'),
  prices: prices.optional().describe('Currency, discounts and own prices.'),
  exemptions: z.array(exemption).optional().describe('Findings that are accepted for a while.'),
})

export type AscribeYml = z.infer<typeof ascribeYml>
export type MatchYml = z.infer<typeof match>

/** A value of ascribe.yml, for a message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (typeof value === 'string') return `the text ${JSON.stringify(value)}`
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a mapping'
  const hint = ` (a text goes in quotes: "${value}")`
  return `${typeof value === 'number' ? 'the number ' : ''}${value}${hint}`
}
