import assert from 'node:assert/strict'
import { readConfig } from '../../core/config/read-config.ts'
import { importPolicy } from '../../core/policy/import/import-policy.ts'
import { POLICY_TARGETS } from '../../core/policy/targets/index.ts'
import { locate, SourceFile } from '../../core/source/source-file.ts'
import { documentsOf } from './support/exported.ts'

function imported(text: string) {
  const { yaml, problems } = importPolicy(new SourceFile('policy', text))
  return {
    yaml,
    problems: problems.map(({ message, range }) => `${locate(range).line}: ${message}`),
  }
}

/** What is printed is an ascribe.yml without problems. */
function schemaOf(yaml: string) {
  const { config, problems } = readConfig(new SourceFile('ascribe.yml', yaml))
  assert.deepEqual(problems, [])
  return config.schema.keys
}

describe('ascribe policy import', () => {
  it('reads an AWS tag policy, and says what it leaves behind', () => {
    const { yaml, problems } = imported(`{
  "tags": {
    "costcenter": {
      "tag_key": { "@@assign": "CostCenter" },
      "tag_value": { "@@assign": ["100", "200"], "@@operators_allowed_for_child_policies": ["@@none"] },
      "enforced_for": { "@@assign": ["ec2:instance"] },
      "report_required_tag_for": { "@@assign": ["ec2:instance"] }
    },
    "Env": { "tag_value": { "@@assign": ["prod", "dev-*"] } }
  }
}`)
    assert.deepEqual(schemaOf(yaml!), [
      { key: 'CostCenter', required: true, values: ['100', '200'] },
      { key: 'env', required: false, pattern: '^(?:prod|dev-.*)$' },
    ])
    assert.deepEqual(problems, [
      '5: "@@operators_allowed_for_child_policies" is about the inheritance of policies; it is not taken over',
      '6: "enforced_for" is not taken over: a schema holds for everything that costs money',
    ])
  })

  it('reads lists of required tags in their usual shapes', () => {
    const { yaml, problems } = imported(`required_tags:
  - Team
  - name: Environment
    allowed_values: [prod, dev]
    owner: platform
  - { key: Ticket, regex: "^T-[0-9]+$" }
optional_tags: { Stage: [a, b] }
exclude: [aws_iam_role]
`)
    assert.deepEqual(schemaOf(yaml!), [
      { key: 'Team', required: true },
      { key: 'Environment', required: true, values: ['prod', 'dev'] },
      { key: 'Ticket', required: true, pattern: '^T-[0-9]+$' },
      { key: 'Stage', required: false, values: ['a', 'b'] },
    ])
    assert.deepEqual(problems, [
      '5: "owner" of "Environment" has no counterpart; it is not taken over',
      '8: "exclude" is no list of tags that is known; it is not taken over',
    ])
    assert.deepEqual(schemaOf(imported('[Team, Owner]').yaml!), [
      { key: 'Team', required: true },
      { key: 'Owner', required: true },
    ])
  })

  it('reads Azure Policy definitions, parameters included', () => {
    const { yaml, problems } = imported(`[
  { "properties": {
    "parameters": { "tagName": { "type": "String", "defaultValue": "team" }, "allowed": { "type": "Array", "defaultValue": ["a", "b"] } },
    "policyRule": {
      "if": { "anyOf": [
        { "field": "[concat('tags[', parameters('tagName'), ']')]", "exists": "false" },
        { "allOf": [ { "field": "tags['stage']", "exists": "true" }, { "field": "tags['stage']", "notIn": "[parameters('allowed')]" } ] },
        { "allOf": [ { "field": "tags.stage", "equals": "a" }, { "field": "tags['ow''ner']", "exists": false } ] },
        { "allOf": [ { "field": "type", "equals": "Microsoft.Compute/virtualMachines" }, { "field": "tags['vm']", "exists": "false" } ] },
        { "not": { "field": "tags['code']", "match": "##-??" } }
      ] },
      "then": { "effect": "deny" } } } },
  { "policyRule": { "if": { "field": "tags['x']", "exists": "false" }, "then": { "effect": "modify" } } }
]`)
    assert.deepEqual(schemaOf(yaml!), [
      { key: 'team', required: true },
      { key: 'stage', required: false, values: ['a', 'b'] },
      { key: "ow'ner", required: false, requiredWhen: new Map([['stage', 'a']]) },
      { key: 'code', required: true, pattern: '^[0-9][0-9]-[A-Za-z][A-Za-z]$' },
    ])
    assert.deepEqual(problems, [
      '9: this condition has no counterpart in a tag schema; what it is part of is not taken over',
      '13: a policy with the effect "modify" asks for no tag; it is not taken over',
    ])
  })

  it('reads back what was exported', () => {
    const yml = `version: 1
schema:
  preset: none
  keys:
    team: { required: true, values: [fraud-ml, "[x]"] }
    stage: { required: true, values: [dev, prod] }
    owner: { required-when: { stage: prod } }
`
    const expected = [
      { key: 'team', required: true, values: ['fraud-ml', '[x]'] },
      { key: 'stage', required: true, values: ['dev', 'prod'] },
      { key: 'owner', required: false, requiredWhen: new Map([['stage', 'prod']]) },
    ]
    const target = (id: string) => POLICY_TARGETS.find((known) => known.id === id)!
    const definitions = documentsOf(yml, target('azure-policy')).filter(({ path }) =>
      /^(?:require|allow)/.test(path),
    )
    const azure = imported(`[${definitions.map(({ text }) => text).join(',')}]`)
    assert.deepEqual(azure.problems, [])
    assert.deepEqual(schemaOf(azure.yaml!), expected)
    const [, tagPolicy] = documentsOf(yml, target('aws-tag-policy'))
    // Tag policies have no conditions.
    assert.deepEqual(schemaOf(imported(tagPolicy!.text).yaml!).slice(0, 2), expected.slice(0, 2))
  })

  it('says what it expected of a file that is none of these', () => {
    const { yaml, problems } = imported('{ "Statement": [] }')
    assert.equal(yaml, undefined)
    assert.match(problems[0]!, /^1: expected an AWS tag policy/)
    assert.equal(imported('').yaml, undefined)
    assert.equal(imported('{').yaml, undefined)
  })
})
