import type { Limit } from '../features.ts'
import { namesOf, type PolicySchema } from '../policy-schema.ts'
import { type Atom, type Refusal, refusals } from '../refusals.ts'
import type { PolicyFile, PolicyOptions, PolicyTarget } from '../target.ts'
import { jsonText } from '../text/json-text.ts'

// https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule
const NO_PATTERN = '"match" knows one character at a time, and no repetition'

export const azurePolicy: PolicyTarget = {
  id: 'azure-policy',
  summary: 'Azure Policy definitions and an initiative: audit or deny, and inherit from the resource group.',
  spelling: 'azure',
  apply:
    'az rest --method put --url "/providers/Microsoft.Management/managementGroups/GROUP/providers/Microsoft.Authorization/policyDefinitions/NAME?api-version=2023-04-01" --body @NAME.json for each definition, the same with policySetDefinitions for initiative.json; then assign the initiative to the group',
  cannot: {
    blank: 'only the empty text can be compared with',
    pattern: NO_PATTERN,
    date: NO_PATTERN,
    'value-case':
      '"in" compares without case; "match" is used where no character of a value has a meaning to it',
  },
  notes: [
    'The initiative has one parameter, effect: Audit, Deny or Disabled. Its default is Audit; Deny with --enforce.',
    'initiative.json looks for the definitions in managementGroups/MANAGEMENT_GROUP: put yours there. The target terraform links and assigns them.',
    'Definitions whose names begin with inherit- copy a missing tag from the resource group; their assignment needs an identity with the role Tag Contributor.',
    'Mode Indexed: resource types that take tags and a location, also those that cost nothing.',
    'Azure takes Team and team for one key, and so does Ascribe there.',
  ],
  limits,
  files,
}

/** https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-basics */
const MAX_DISPLAY_NAME = 128
const MAX_DESCRIPTION = 512

const EFFECTS = ['Audit', 'Deny', 'Disabled']

function files(policy: PolicySchema, options: PolicyOptions): readonly PolicyFile[] {
  const refused = refusals(policy, 'azure').flatMap((refusal) => {
    const cases = refusal.cases.filter((atoms) => atoms.every(isExpressible))
    return cases.length > 0 ? [{ ...refusal, cases }] : []
  })
  const definitions = refused.map((refusal) => definition(refusal, options))
  return [
    ...unique([
      ...definitions.map(({ name, document }) => ({ path: `${name}.json`, text: jsonText(document) })),
      ...policy.requirements
        .filter(({ required }) => required === 'always')
        .map(({ key }) => inherit(namesOf(key.key, 'azure', policy.schema))),
    ]),
    ...(definitions.length > 0
      ? [{ path: 'initiative.json', text: jsonText(initiative(definitions, options)) }]
      : []),
  ]
}

/** Keys that come to the same file name keep apart by a number. */
function unique(found: readonly PolicyFile[]): PolicyFile[] {
  const seen = new Map<string, number>()
  return found.map((file) => {
    const count = (seen.get(file.path) ?? 0) + 1
    seen.set(file.path, count)
    return count === 1 ? file : { ...file, path: file.path.replace(/\.json$/, `-${count}.json`) }
  })
}

const parameters = ({ enforce }: PolicyOptions) => ({
  effect: { type: 'String', allowedValues: EFFECTS, defaultValue: enforce ? 'Deny' : 'Audit' },
})

const nameOf = (kind: string, key: string) => `${kind}-${key.replace(/[^A-Za-z0-9_-]+/g, '-')}`

function definition(refusal: Refusal, options: PolicyOptions) {
  const cases = refusal.cases.map((atoms) => all(atoms.flatMap(conditions)))
  return {
    name: nameOf(refusal.kind === 'missing' ? 'require' : 'allow', refusal.name),
    refusal,
    document: {
      properties: {
        displayName: titled(
          `Ascribe: ${refusal.kind === 'missing' ? 'require' : 'allowed values of'} the tag ${refusal.name}`,
        ),
        description: literal(cut(refusal.message, MAX_DESCRIPTION)),
        policyType: 'Custom',
        mode: 'Indexed',
        metadata: { category: 'Tags', version: '1.0.0' },
        parameters: parameters(options),
        policyRule: {
          if: cases.length === 1 ? cases[0] : { anyOf: cases },
          // biome-ignore lint/suspicious/noThenProperty: Azure's word
          then: { effect: "[parameters('effect')]" },
        },
      },
    },
  }
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

const titled = (text: string) => literal(cut(text, MAX_DISPLAY_NAME))

const all = (conditions: readonly unknown[]) =>
  conditions.length === 1 ? conditions[0] : { allOf: conditions }

/** `tags['a''b']`: an apostrophe is written twice. */
const field = (name: string) => `tags['${name.replaceAll("'", "''")}']`

/** What must hold, all of it. */
function conditions(atom: Atom): readonly unknown[] {
  const exists = { field: field(atom.name), exists: 'true' }
  switch (atom.kind) {
    case 'absent':
      return [{ field: field(atom.name), exists: 'false' }]
    case 'lacks':
      return [
        {
          anyOf: [
            { field: field(atom.name), exists: 'false' },
            { field: field(atom.name), equals: '' },
          ],
        },
      ]
    case 'equals':
      return [exists, one(atom.name, atom.value)]
    case 'blank':
      return [exists, { field: field(atom.name), equals: '' }]
    case 'notAllowed': {
      const { values, or } = atom.allowed
      const listed = [...new Set([...(values ?? []), ...or])]
      const plain = listed.filter(isPlain)
      const others = listed.filter((value) => !isPlain(value))
      return [
        exists,
        {
          not: {
            anyOf: [
              ...plain.map((value) => one(atom.name, value)),
              ...(others.length > 0 ? [{ field: field(atom.name), in: others.map(literal) }] : []),
            ],
          },
        },
      ]
    }
    default:
      return atom satisfies never
  }
}

/** Patterns are not, and no condition on a value that can only be compared without case: they pass. */
function isExpressible(atom: Atom): boolean {
  if (atom.kind === 'equals') return isPlain(atom.value)
  return atom.kind !== 'notAllowed' || atom.allowed.values !== undefined
}

function limits({ requirements }: PolicySchema): readonly Limit[] {
  return requirements.flatMap(({ key: { key }, required }) =>
    required instanceof Map && ![...required.values()].every(isPlain)
      ? (['missing-when', 'empty', 'blank'] as const).map((feature) => ({
          key,
          feature,
          because: 'the value of its condition can only be compared without case',
        }))
      : [],
  )
}

/** "match" minds the case, and reads `#` as a digit, `?` as a letter and `.` as anything. */
const isPlain = (value: string) => value !== '' && !/[#?.]/.test(value)

function one(name: string, value: string) {
  return isPlain(value)
    ? { field: field(name), match: literal(value) }
    : { field: field(name), equals: literal(value) }
}

/** A leading bracket begins an expression. */
const literal = (value: string) => (value.startsWith('[') ? `[${value}` : value)

function inherit(names: readonly string[]): PolicyFile {
  const [name] = names as [string, ...string[]]
  const quoted = name.replaceAll("'", "''")
  const inGroup = `[resourceGroup().tags['${quoted}']]`
  return {
    path: `${nameOf('inherit', name)}.json`,
    text: jsonText({
      properties: {
        displayName: titled(`Ascribe: inherit the tag ${name} from the resource group if it is missing`),
        policyType: 'Custom',
        mode: 'Indexed',
        metadata: { category: 'Tags', version: '1.0.0' },
        policyRule: {
          if: {
            allOf: [
              ...names.map((name) => ({ field: field(name), exists: 'false' })),
              { value: inGroup, notEquals: '' },
            ],
          },
          // biome-ignore lint/suspicious/noThenProperty: Azure's word
          then: {
            effect: 'modify',
            details: {
              roleDefinitionIds: [
                '/providers/microsoft.authorization/roleDefinitions/4a9ae827-6dc8-4573-8ac7-8239d42aa03f',
              ],
              operations: [{ operation: 'add', field: field(name), value: inGroup }],
            },
          },
        },
      },
    }),
  }
}

function initiative(definitions: readonly ReturnType<typeof definition>[], options: PolicyOptions) {
  const names = unique(definitions.map(({ name }) => ({ path: `${name}.json`, text: '' }))).map(({ path }) =>
    path.replace(/\.json$/, ''),
  )
  return {
    properties: {
      displayName: 'Ascribe: cost attribution tags',
      policyType: 'Custom',
      metadata: { category: 'Tags', version: '1.0.0' },
      parameters: parameters(options),
      policyDefinitions: names.map((name) => ({
        policyDefinitionId: `/providers/Microsoft.Management/managementGroups/MANAGEMENT_GROUP/providers/Microsoft.Authorization/policyDefinitions/${name}`,
        policyDefinitionReferenceId: name,
        parameters: { effect: { value: "[parameters('effect')]" } },
      })),
    },
  }
}
