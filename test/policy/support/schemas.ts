import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A tag schema under test, with tags that satisfy it. */
export interface SchemaCase {
  readonly name: string
  /** ascribe.yml */
  readonly yml: string
  /** Values by the schema's keys: what is always required, and nothing that makes another key required. */
  readonly base: Readonly<Record<string, string>>
  /** Allowed values of the other keys. */
  readonly others: Readonly<Record<string, string>>
}

const example = readFileSync(
  fileURLToPath(new URL('../../../examples/ml-platform/head/ascribe.yml', import.meta.url)),
  'utf8',
)

/** Everything that a schema can ask for, and texts that mean something to one engine or another. */
const everything = `version: 1
schema:
  preset: none
  keys:
    team: { required: true, values: [fraud-ml, "Search ML", "a.b#c?d*", "it's \\"quoted\\"", "\${aws:username}", "[concat('x')]"] }
    Cost-Center: { required: true, pattern: "^[a-z]+-[0-9]{2,4}$", or: [none] }
    model: { required: true, values: [meta-llama/Llama-3.1-8B, fraud_v7], or: [shared] }
    stage: { required: true, values: [dev, prod] }
    tier: { required: false, values: [gold, silver] }
    expires_at: { type: date, or: [never] }
    owner: { required-when: { stage: prod } }
    approval: { required-when: { stage: prod, tier: gold }, pattern: "^CAB-\\\\d+" }
    note: { pattern: "^[^\\\\s$]{1,20}$" }
    quiet: { required: true, values: [a], severity: warning }
  aliases: { Stage: stage, squad: team, env: stage }
`

export const SCHEMAS: readonly SchemaCase[] = [
  {
    name: 'ml-attribution',
    yml: 'version: 1\nschema: { preset: ml-attribution }\n',
    base: {
      team: 'fraud-ml',
      cost_center: 'eng-risk',
      project: 'fraud',
      model_id: 'fraud_v7',
      environment: 'production',
      lifecycle_phase: 'inference',
      created_by: 'automation',
    },
    others: { managed_by: 'terraform', expires_at: '2026-12-31', experiment_id: 'e1' },
  },
  {
    name: 'ml-prefixed',
    yml: 'version: 1\nschema: { preset: ml-prefixed }\n',
    base: {
      'ml-team': 'fraud-ml',
      'ml-project': 'fraud',
      'ml-workload-type': 'inference',
      'ml-environment': 'prod',
    },
    others: { 'ml-experiment-id': 'e1' },
  },
  {
    name: 'example',
    // What lies beside it is not there: its root module, and the file by which a pool is shared.
    yml: example.replace(/^(?:shared|projects):\n(?: {2}.*\n)*/gm, ''),
    base: {
      team: 'fraud-ml',
      cost_center: 'eng-risk',
      project: 'fraud-detection',
      model_id: 'fraud_xgb_v7',
      environment: 'production',
      lifecycle_phase: 'inference',
      created_by: 'automation',
    },
    others: { managed_by: 'terraform', expires_at: '20261231T000000Z', experiment_id: 'e1' },
  },
  {
    name: 'everything',
    yml: everything,
    base: { team: 'fraud-ml', 'Cost-Center': 'eng-12', model: 'fraud_v7', stage: 'dev', quiet: 'a' },
    others: { tier: 'gold', expires_at: '2028-02-29', owner: 'o', approval: 'CAB-7', note: 'n' },
  },
]
