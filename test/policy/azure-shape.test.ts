import assert from 'node:assert/strict'
import { Ajv } from 'ajv'
import { azurePolicy } from '../../core/policy/targets/azure-policy.ts'
import { policyOf } from './support/exported.ts'
import { SCHEMAS } from './support/schemas.ts'

/**
 * What https://schema.management.azure.com/schemas/2020-10-01/policyDefinition.json asks of a rule, as far as our rules
 * go: of other operators and effects it knows more.
 */
const text = { type: 'string' }
const expression = { type: 'string', pattern: '^\\[(?!\\[).*\\]$' }
const comparison = (operator: string, value: unknown) => ({
  type: 'object',
  required: [operator],
  properties: { field: text, value: text, [operator]: value },
  additionalProperties: false,
  oneOf: [{ required: ['field'] }, { required: ['value'] }],
})
const several = (operator: string) => ({
  type: 'object',
  required: [operator],
  properties: { [operator]: { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } } },
  additionalProperties: false,
})
const RULE = {
  type: 'object',
  required: ['if', 'then'],
  additionalProperties: false,
  properties: {
    if: { $ref: '#/$defs/condition' },
    // biome-ignore lint/suspicious/noThenProperty: Azure's word
    then: {
      type: 'object',
      required: ['effect'],
      additionalProperties: false,
      properties: {
        effect: { oneOf: [{ enum: ['audit', 'deny', 'disabled', 'modify'] }, expression] },
        details: {
          type: 'object',
          required: ['roleDefinitionIds', 'operations'],
          additionalProperties: false,
          properties: {
            roleDefinitionIds: { type: 'array', items: text },
            operations: {
              type: 'array',
              minItems: 1,
              items: {
                type: 'object',
                required: ['operation', 'field'],
                additionalProperties: false,
                properties: {
                  operation: { enum: ['add', 'addOrReplace', 'remove'] },
                  field: text,
                  value: {},
                },
              },
            },
          },
        },
      },
    },
  },
  $defs: {
    condition: {
      oneOf: [
        comparison('exists', { enum: ['true', 'false'] }),
        comparison('equals', text),
        comparison('notEquals', text),
        comparison('match', text),
        comparison('in', { type: 'array', minItems: 1, items: text }),
        several('allOf'),
        several('anyOf'),
        {
          type: 'object',
          required: ['not'],
          properties: { not: { $ref: '#/$defs/condition' } },
          additionalProperties: false,
        },
      ],
    },
  },
}

describe('Azure Policy documents', () => {
  const isRule = new Ajv({ strict: false }).compile(RULE)

  for (const { name, yml } of SCHEMAS)
    it(`of ${name} have the shape of the published schema`, () => {
      const { policy, options } = policyOf(yml)
      const files = azurePolicy.files(policy, options)
      const documents = files.map(({ path, text }) => ({ path, ...(JSON.parse(text) as Document) }))
      const definitions = documents.filter(({ path }) => path !== 'initiative.json')
      for (const { path, properties } of definitions)
        assert.ok(isRule(properties.policyRule), `${path}: ${JSON.stringify(isRule.errors?.[0])}`)
      const initiative = documents.find(({ path }) => path === 'initiative.json')!
      assert.deepEqual(
        initiative.properties.policyDefinitions!.map(({ policyDefinitionReferenceId: id }) => `${id}.json`),
        definitions.map(({ path }) => path).filter((path) => !path.startsWith('inherit-')),
      )
    })
})

interface Document {
  readonly properties: {
    readonly policyRule?: unknown
    readonly policyDefinitions?: readonly { readonly policyDefinitionReferenceId: string }[]
  }
}
