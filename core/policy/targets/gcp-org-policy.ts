import type { Limit } from '../features.ts'
import type { PolicySchema } from '../policy-schema.ts'
import { type Refusal, refusals } from '../refusals.ts'
import type { PolicyFile, PolicyOptions, PolicyTarget } from '../target.ts'
import { type CelLabels, celRefuses, celString } from '../text/cel-text.ts'
import { yamlText } from '../text/yaml-text.ts'

// https://cloud.google.com/resource-manager/docs/organization-policy/creating-managing-custom-constraints
/**
 * Resource types whose labels custom constraints see, and the field they are in. A constraint on a field that Google does
 * not list for the type is rejected, and labels are listed for few: not for disks, nor for any of Vertex AI.
 */
const TYPES = [
  { type: 'compute.googleapis.com/Instance', short: 'Vm', field: 'labels' },
  { type: 'container.googleapis.com/Cluster', short: 'Gke', field: 'resourceLabels' },
  { type: 'dataproc.googleapis.com/Cluster', short: 'Dataproc', field: 'labels' },
  { type: 'storage.googleapis.com/Bucket', short: 'Bucket', field: 'labels' },
] as const

const MAX_CONDITION = 1_000
/** With `custom.` before it. */
const MAX_ID = 70

export const gcpOrgPolicy: PolicyTarget = {
  id: 'gcp-org-policy',
  summary: 'Google Cloud custom constraints and the organization policies that enforce them, in CEL.',
  spelling: 'google',
  apply:
    'gcloud org-policies set-custom-constraint constraints/FILE, some minutes later gcloud org-policies set-policy policies/FILE',
  cannot: {},
  notes: [
    'Without --enforce the policies are dry-run: violations are logged.',
    'The organization stands as organizations/ORGANIZATION_ID unless --organization names it.',
    `Covered: ${TYPES.map(({ type, field }) => `${type} (resource.${field})`).join(', ')}. Other types stay with Ascribe, disks and Vertex AI among them: custom constraints do not see their labels.`,
    'Labels that the provider Google adds by default_labels are labels of the request, and count.',
  ],
  limits,
  files,
}

interface Constraint {
  readonly id: string
  readonly refusal: Refusal
  readonly type: (typeof TYPES)[number]
  readonly condition: string
}

function limits(policy: PolicySchema): readonly Limit[] {
  return constraints(policy)
    .filter(({ condition, type }) => condition.length > MAX_CONDITION && type === TYPES[0])
    .flatMap(({ refusal: { key, kind }, condition }): Limit[] => {
      const because = `a condition holds ${MAX_CONDITION} characters, and this takes ${condition.length}`
      const features =
        kind === 'missing'
          ? (['missing', 'missing-when', 'empty', 'blank', 'key-case'] as const)
          : (['values', 'value-case', 'pattern', 'date', 'aliases'] as const)
      return features.map((feature) => ({ key, feature, because }))
    })
}

function files(policy: PolicySchema, options: PolicyOptions): readonly PolicyFile[] {
  return constraints(policy)
    .filter(({ condition }) => condition.length <= MAX_CONDITION)
    .flatMap((constraint) => [constraintFile(constraint, options), policyFile(constraint, options)])
}

function constraints(policy: PolicySchema): readonly Constraint[] {
  const seen = new Map<string, number>()
  return refusals(policy, 'google').flatMap((refusal) =>
    TYPES.map((type) => {
      const words = refusal.key
        .split(/[^A-Za-z0-9]+/)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      const short = `ascribe${refusal.kind === 'missing' ? 'Need' : 'Values'}${words.join('').slice(0, 40)}${type.short}`
      const count = (seen.get(short) ?? 0) + 1
      seen.set(short, count)
      const id = `custom.${short.slice(0, MAX_ID - 12)}${count === 1 ? '' : count}`
      return { id, refusal, type, condition: conditionOf(refusal, type.field) }
    }),
  )
}

/** The field is not there at all where nothing is labelled. */
function conditionOf({ cases }: Refusal, field: string): string {
  const labels = `resource.${field}`
  const access: CelLabels = {
    has: (name) => `(has(${labels}) && ${celString(name)} in ${labels})`,
    get: (name) => `${labels}[${celString(name)}]`,
  }
  return celRefuses(cases, access)
}

function constraintFile({ id, refusal, type, condition }: Constraint, options: PolicyOptions): PolicyFile {
  return {
    path: `constraints/${id.slice('custom.'.length)}.yaml`,
    comment: '#',
    text: yamlText({
      name: `${options.organization}/customConstraints/${id}`,
      resourceTypes: [type.type],
      methodTypes: ['CREATE', 'UPDATE'],
      condition,
      actionType: 'DENY',
      displayName: `Ascribe: ${refusal.kind === 'missing' ? 'label is required' : 'label values'}`,
      description: refusal.message,
    }),
  }
}

function policyFile({ id }: Constraint, { enforce, organization }: PolicyOptions): PolicyFile {
  const rules = { rules: [{ enforce: true }] }
  return {
    path: `policies/${id.slice('custom.'.length)}.yaml`,
    comment: '#',
    text: yamlText({
      name: `${organization}/policies/${id}`,
      ...(enforce ? { spec: rules } : { dryRunSpec: rules }),
    }),
  }
}
