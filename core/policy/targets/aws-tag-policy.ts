import type { TagSchema } from '../../config/tag-schema.ts'
import type { Feature, Limit } from '../features.ts'
import { namesOf, type PolicySchema, type Requirement } from '../policy-schema.ts'
import type { PolicyOptions, PolicyTarget } from '../target.ts'
import { jsonText } from '../text/json-text.ts'

/** Of one tag policy. */
const MAX_POLICY = 10_000

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_supported-resources-enforcement.html */
const RESOURCES = [
  'ec2:instance',
  'ec2:volume',
  'sagemaker:ALL_SUPPORTED',
  'eks:cluster',
  'eks:nodegroup',
  'elasticmapreduce:cluster',
  'rds:db',
  'rds:cluster',
  's3:bucket',
  'lambda:function',
  'fsx:file-system',
  'elasticfilesystem:file-system',
]

const NO_PATTERN = 'values are listed, with one * at most'

export const awsTagPolicy: PolicyTarget = {
  id: 'aws-tag-policy',
  summary: 'AWS tag policy: values and the case of keys, of tags that are there; missing ones are reported.',
  spelling: 'aws',
  apply: 'aws organizations create-policy --type TAG_POLICY --content file://tag-policy.json',
  cannot: {
    missing: 'it is reported (report_required_tag_for), not refused; the SCP refuses',
    'missing-when': 'tag policies know no conditions',
    empty: 'an empty value is refused where values are listed only',
    blank: 'white space is refused where values are listed only',
    pattern: NO_PATTERN,
    date: NO_PATTERN,
  },
  stricter: {
    'key-case': 'a tag whose key differs in case only is noncompliant; to the rules it is another tag',
  },
  notes: [
    'Without --enforce nothing is refused: noncompliant resources are reported.',
    `Listed types only: ${RESOURCES.join(', ')}.`,
    'Aliases are not listed: a tag policy would refuse the other case of a key that ascribe.yml accepts.',
  ],
  limits,
  files: (policy, options) => documents(policy, options),
}

/** One tag policy has one entry for a key, whatever its case. */
function limits({ requirements, schema }: PolicySchema): readonly Limit[] {
  return requirements.flatMap((requirement) => {
    const { key } = requirement.key
    const found: Limit[] = []
    const names = namesOf(key, 'aws', schema)
    const add = (features: readonly Feature[], because: string) =>
      found.push(...features.map((feature) => ({ key, feature, because })))
    if (isAliasCase(names[0]!, schema))
      add(
        ['values', 'value-case', 'key-case', 'aliases'],
        'an alias differs in case only, and would be refused',
      )
    else if (names.length > 1) add(['aliases', 'key-case'], 'another spelling of the key is not judged')
    if (requirement.judgesValue && requirement.key.values && !valuesOf(requirement))
      add(['values', 'value-case'], 'a value with * would be a wildcard')
    return found
  })
}

function valuesOf({ key: { values, or = [] }, judgesValue }: Requirement): readonly string[] | undefined {
  if (!judgesValue || !values) return undefined
  const all = [...new Set([...values, ...or])]
  return all.some((value) => value.includes('*')) ? undefined : all
}

function documents(policy: PolicySchema, options: PolicyOptions) {
  const parts: Record<string, unknown>[] = []
  for (const requirement of policy.requirements) {
    const [name] = namesOf(requirement.key.key, 'aws', policy.schema)
    const values = valuesOf(requirement)
    const isEmpty = values === undefined && requirement.required === 'never'
    if (isEmpty || isAliasCase(name!, policy.schema)) continue
    const entry = {
      tag_key: { '@@assign': name },
      ...(values && { tag_value: { '@@assign': values } }),
      ...(options.enforce && { enforced_for: { '@@assign': RESOURCES } }),
      ...(requirement.required === 'always' && { report_required_tag_for: { '@@assign': RESOURCES } }),
    }
    const last = parts.at(-1)
    if (last && textOf({ ...last, [name!]: entry }).length <= MAX_POLICY) last[name!] = entry
    else parts.push({ [name!]: entry })
  }
  return parts.map((tags, index) => ({
    path: index === 0 ? 'tag-policy.json' : `tag-policy-${index + 1}.json`,
    text: textOf(tags),
  }))
}

/** Whether an alias differs in case only: the policy would refuse it. */
function isAliasCase(name: string, { aliases }: TagSchema): boolean {
  return [...aliases.keys()].some((alias) => alias !== name && alias.toLowerCase() === name.toLowerCase())
}

const textOf = (tags: Readonly<Record<string, unknown>>) => jsonText({ tags })
