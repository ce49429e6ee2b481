import { namesOf, type PolicySchema, type Requirement } from '../policy-schema.ts'
import { NOT_BLANK } from '../re2.ts'
import { type Allowed, allowedOf } from '../refusals.ts'
import type { PolicyFile, PolicyTarget } from '../target.ts'
import { hclList, hclString } from '../text/hcl-text.ts'
import { oneLine } from '../text/one-line.ts'

export const terraformModule: PolicyTarget = {
  id: 'terraform-module',
  summary: 'A Terraform module with one validated variable a key and a map of tags for default_tags.',
  spelling: 'aws',
  apply:
    'module "tags" { source = "./terraform-module" … }, then provider "aws" { default_tags { tags = module.tags.tags } }',
  cannot: {},
  notes: [
    'What is not valid fails terraform plan with or without --enforce: a module cannot merely report.',
    'An optional key is left out of the tags where it is null.',
    'Aliases have no variables: the module writes the first spelling.',
    'activation/ is a module of its own, for the payer account: it activates the keys as cost allocation tags, 24 hours after they were first used.',
    'Terraform 1.3 or later.',
  ],
  files,
}

/** All keys of the schema: those that are never refused are tags as well. */
function files(policy: PolicySchema): readonly PolicyFile[] {
  const keys = policy.schema.keys.map(({ key }) => key)
  const variables = variableNames(keys)
  const requirementOf = (key: string) => policy.requirements.find((known) => known.key.key === key)
  const written = keys.map((key) => hclString(namesOf(key, 'aws', policy.schema)[0]!))
  const width = Math.max(0, ...written.map((name) => name.length))
  const entries = keys.map(
    (key, index) => `      ${written[index]!.padEnd(width)} = var.${variables.get(key)}`,
  )
  return [
    {
      path: 'variables.tf',
      comment: '#',
      text: keys.map((key) => variable(variables.get(key)!, key, requirementOf(key))).join('\n'),
    },
    {
      path: 'outputs.tf',
      comment: '#',
      text: `output "tags" {
  description = "For default_tags of the provider, or the tags of one resource."
  value = {
    for key, value in {
${entries.join('\n')}
    } : key => value if value != null
  }
${policy.requirements.map((requirement) => precondition(requirement, variables)).join('')}}
`,
    },
    {
      path: 'activation/main.tf',
      comment: '#',
      text: activation(keys.map((key) => namesOf(key, 'aws', policy.schema)[0]!)),
    },
  ]
}

/** Terraform's names have letters, digits, `_` and `-`; some are its own. */
function variableNames(keys: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set([
    'source',
    'version',
    'providers',
    'count',
    'for_each',
    'lifecycle',
    'depends_on',
    'locals',
  ])
  for (const key of keys) {
    const legal = key.replace(/[^A-Za-z0-9]+/g, '_').replace(/^(?![A-Za-z])/, 'tag_')
    let name = legal
    for (let count = 2; taken.has(name); count++) name = `${legal}_${count}`
    taken.add(name)
    names.set(key, name)
  }
  return names
}

function variable(name: string, key: string, requirement: Requirement | undefined): string {
  const isRequired = requirement?.required === 'always'
  const rules = requirement ? validations(`var.${name}`, requirement) : []
  return `variable "${name}" {
  description = ${hclString(`The tag ${key}.`)}
  type        = string
${isRequired ? '  nullable    = false\n' : '  default     = null\n'}${rules
  .map(
    ({ condition, message }) => `
  validation {
    condition     = ${condition}
    error_message = ${hclString(message)}
  }
`,
  )
  .join('')}}
`
}

function validations(
  value: string,
  requirement: Requirement,
): readonly { condition: string; message: string }[] {
  const { key } = requirement.key
  const found: { condition: string; message: string }[] = []
  if (requirement.required === 'always')
    found.push({ condition: matches(value, NOT_BLANK), message: `The tag ${oneLine(key)} may not be empty.` })
  const allowed = requirement.judgesValue ? allowedOf(requirement, 'aws') : undefined
  if (allowed) {
    const rule = isAllowed(value, allowed)
    found.push({
      condition: requirement.required === 'always' ? rule : `${value} == null ? true : ${rule}`,
      message: `The tag ${oneLine(key)} has a value that ascribe.yml does not allow.`,
    })
  }
  return found
}

function isAllowed(value: string, { or, values, patterns }: Allowed): string {
  const rules = [
    ...(values ? [`contains(${hclList(values)}, ${value})`] : []),
    ...patterns.map((pattern) => matches(value, pattern)),
  ].join(' && ')
  return or.length > 0 ? `(contains(${hclList(or)}, ${value}) || (${rules}))` : `(${rules})`
}

const matches = (value: string, pattern: string) => `can(regex(${hclString(pattern)}, ${value}))`

/** A condition looks at other variables, which validations may do from Terraform 1.9 on only. */
function precondition({ key, required }: Requirement, variables: ReadonlyMap<string, string>): string {
  if (!(required instanceof Map)) return ''
  const value = `var.${variables.get(key.key)}`
  // Null is no text, and two values of different types are never equal.
  const conditions = [...required].map(
    ([other, expected]) => `var.${variables.get(other)} == ${hclString(expected)}`,
  )
  return `
  precondition {
    condition     = !(${conditions.join(' && ')}) || ${matches(value, NOT_BLANK)}
    error_message = ${hclString(`The tag ${oneLine(key.key)} is required here.`)}
  }
`
}

function activation(names: readonly string[]): string {
  return `# In the payer account, with billing in us-east-1. A key must have been on a resource before.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

resource "aws_ce_cost_allocation_tag" "key" {
  for_each = toset(${hclList([...new Set(names)])})
  tag_key  = each.value
  status   = "Active"
}
`
}
