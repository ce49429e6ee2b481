import * as z from 'zod'
import { attribution } from './shapes/attribution.ts'
import { bill } from './shapes/bill.ts'
import { budgets } from './shapes/budgets.ts'
import { checks } from './shapes/checks.ts'
import { cluster } from './shapes/cluster.ts'
import { economics } from './shapes/economics.ts'
import { enforcement } from './shapes/enforcement.ts'
import { exemption } from './shapes/exemption.ts'
import { helm } from './shapes/helm.ts'
import { model } from './shapes/model.ts'
import { modules } from './shapes/modules.ts'
import { owner } from './shapes/owner.ts'
import { prices } from './shapes/prices.ts'
import { project } from './shapes/project.ts'
import { schema } from './shapes/schema.ts'
import { sharedPool } from './shapes/shared-pool.ts'
import { team } from './shapes/team.ts'
import { usage } from './shapes/usage.ts'
import { texts } from './shapes/values.ts'

export const VERSION = 1

/**
 * The shape of `ascribe.yml`, a section a file in shapes/, and nothing but its shape: it is also what editors complete
 * from (schema/ascribe.schema.json) and what docs/configuration.md lists, both written by scripts/config-schema/build.ts.
 * What the parts mean to each other is checked in read-config.ts.
 */
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
