import { namesOf, type PolicySchema } from '../policy-schema.ts'
import type { PolicyTarget } from '../target.ts'
import { hclString } from '../text/hcl-text.ts'

// https://github.com/terraform-linters/tflint-ruleset-aws/blob/master/docs/rules/aws_resource_missing_tags.md
const KEYS_ONLY = 'the rule asks for keys, not for values'

export const tflint: PolicyTarget = {
  id: 'tflint',
  summary: 'tflint configuration: the rules of the AWS and Azure rulesets for missing tags.',
  spelling: 'aws',
  apply: 'tflint --init, then tflint --recursive --config "$PWD/.tflint.hcl"',
  cannot: {
    'missing-when': 'the rule knows no conditions',
    empty: KEYS_ONLY,
    blank: KEYS_ONLY,
    values: KEYS_ONLY,
    'value-case': KEYS_ONLY,
    pattern: KEYS_ONLY,
    date: KEYS_ONLY,
  },
  notes: [
    'Without --enforce the configuration has force = true: tflint prints issues and exits 0.',
    'Keys with aliases are left out: the rule would refuse another spelling that ascribe.yml accepts.',
    'All resource types that take tags are judged, also those that cost nothing.',
    'There is no such rule for Google Cloud.',
  ],
  limits: (policy) =>
    policy.requirements.flatMap(({ key: { key }, required }) =>
      required === 'always' && hasAliases(key, policy)
        ? (['missing', 'aliases', 'key-case'] as const).map((feature) => ({
            key,
            feature,
            because: 'the rule knows one spelling of a key',
          }))
        : [],
    ),
  files: (policy, { enforce }) => [
    {
      path: '.tflint.hcl',
      comment: '#',
      text: `config {
  force = ${!enforce}
}

plugin "aws" {
  enabled = true
  version = "0.40.0"
  source  = "github.com/terraform-linters/tflint-ruleset-aws"
}

rule "aws_resource_missing_tags" {
  enabled = true
  tags    = ${keys(policy, 'aws')}
}

plugin "azurerm" {
  enabled = true
  version = "0.28.0"
  source  = "github.com/terraform-linters/tflint-ruleset-azurerm"
}

rule "azurerm_resource_missing_tags" {
  enabled = true
  tags    = ${keys(policy, 'azure')}
}
`,
    },
  ],
}

const hasAliases = (key: string, { schema }: PolicySchema) => namesOf(key, 'aws', schema).length > 1

function keys(policy: PolicySchema, target: 'aws' | 'azure'): string {
  const names = policy.requirements
    .filter(({ key, required }) => required === 'always' && !hasAliases(key.key, policy))
    .map(({ key }) => namesOf(key.key, target, policy.schema)[0]!)
  return names.length === 0 ? '[]' : `[\n${names.map((name) => `    ${hclString(name)},`).join('\n')}\n  ]`
}
