import type { Target } from '../../config/spelling.ts'
import type { Feature, Limit } from '../features.ts'
import { namesOf, type PolicySchema } from '../policy-schema.ts'
import { pythonPattern } from '../python-pattern.ts'
import { type Allowed, type Atom, allowedOf, type Refusal, refusals } from '../refusals.ts'
import type { PolicyFile, PolicyOptions, PolicyTarget } from '../target.ts'
import { YamlAnchor, yamlText } from '../text/yaml-text.ts'

// https://www.checkov.io/3.Custom%20Policies/YAML%20Custom%20Policies.html
const SPELLINGS = ['aws', 'azure', 'google'] as const satisfies readonly Target[]

/** Python's white space is JavaScript's. */
const NOT_BLANK = String.raw`(?s:.*)[^\s\ufeff]`

const PATHS = 'checkov reads the dots of a key as a path'

export const checkov: PolicyTarget = {
  id: 'checkov',
  summary: 'checkov custom policies on Terraform files: one for each key that is required or has rules.',
  spelling: 'aws',
  apply:
    'checkov --directory . --external-checks-dir PATH/checks, with --soft-fail to look on; .checkov.yaml says the same for a run from this folder',
  cannot: {},
  stricter: { 'key-case': 'checkov tells Team from team on Azure, where both are one tag' },
  notes: [
    'Without --enforce .checkov.yaml has soft-fail: true: findings are printed, and the exit code is 0.',
    'checkov sees what is written on the resource: default_tags of a provider do not count (seen with 3.3.30), so what has its tags from there is refused though the rules accept it, and a variable without a default counts as a text. For either, use the target rego on the plan.',
    'Judged are Terraform types that cost money, as Ascribe knows them, with tags in one map at the top.',
  ],
  limits,
  files,
}

const VALUE_FEATURES: readonly Feature[] = ['values', 'value-case', 'pattern', 'date', 'aliases']

const ALL: readonly Feature[] = [
  'missing',
  'missing-when',
  'empty',
  'blank',
  'values',
  'value-case',
  'pattern',
  'date',
  'key-case',
]

function limits(policy: PolicySchema): readonly Limit[] {
  return policy.requirements.flatMap((requirement) => {
    const { key } = requirement.key
    const others = requirement.required instanceof Map ? [...requirement.required.keys()] : []
    const names = [key, ...others].flatMap((name) => namesOf(name, 'aws', policy.schema))
    if (!names.every(isPath)) return ALL.map((feature) => ({ key, feature, because: PATHS }))
    const allowed = requirement.judgesValue ? allowedOf(requirement, 'aws') : undefined
    if (!allowed || isExpressible(allowed)) return []
    const because = 'a value has quotes or brackets, or a pattern character properties'
    return VALUE_FEATURES.map((feature) => ({ key, feature, because }))
  })
}

const isPath = (name: string) => /^[\w:/@+=-]+(?: [\w:/@+=-]+)*$/.test(name)

const isExpressible = ({ patterns, values = [], or }: Allowed) =>
  patterns.every((pattern) => pythonPattern(pattern) !== undefined) && [...values, ...or].every(isPlain)

/** checkov evaluates what looks like an expression to it, and never finds such a value again. */
const isPlain = (value: string) => /^[\w .:/@+=,#?*-]*$/.test(value)

function files(policy: PolicySchema, options: PolicyOptions): readonly PolicyFile[] {
  const places = placesOf(options)
  const policies = SPELLINGS.flatMap((spelling) =>
    places
      .filter((place) => place.spelling === spelling)
      .flatMap((place) =>
        refusals(policy, spelling, true)
          .filter(({ cases }) => cases.every((atoms) => atoms.every(isKnown)))
          .map((refusal) => ({ place, refusal })),
      ),
  )
  return [
    {
      path: '.checkov.yaml',
      comment: '#',
      text: yamlText({ 'external-checks-dir': ['checks'], 'soft-fail': !options.enforce }),
    },
    ...policies.map(({ place, refusal }, index) => ({
      path: `checks/ascribe-${String(index + 1).padStart(3, '0')}.yaml`,
      text: yamlText({
        metadata: {
          id: `CKV2_ASCRIBE_${index + 1}`,
          name: refusal.message,
          category: 'CONVENTION',
          severity: 'MEDIUM',
        },
        definition: definition(refusal, place),
      }),
    })),
  ]
}

function isKnown(atom: Atom): boolean {
  return isPath(atom.name) && (atom.kind !== 'notAllowed' || isExpressible(atom.allowed))
}

interface Place {
  readonly spelling: Target
  readonly path: string
  readonly types: string[]
}

function placesOf({ taggedTypes }: PolicyOptions): readonly Place[] {
  const places = new Map<string, Place>()
  for (const { type, path, style, spelling } of taggedTypes) {
    if (style !== 'map' || path.includes('.')) continue
    const key = `${spelling} ${path}`
    const place = places.get(key) ?? { spelling, path, types: [] }
    place.types.push(type)
    places.set(key, place)
  }
  return [...places.values()]
}

/** A resource passes where the definition holds: in each case, one of its atoms does not. */
function definition({ cases }: Refusal, place: Place): unknown {
  const types = new YamlAnchor('types', place.types)
  const parts = cases.map((atoms) => some(atoms.map((atom) => unlike(atom, place.path, types))))
  return parts.length === 1 ? parts[0] : { and: parts }
}

const some = (conditions: readonly unknown[]) =>
  conditions.length === 1 ? conditions[0] : { or: conditions }

/** The opposite of an atom. */
function unlike(atom: Atom, path: string, types: YamlAnchor): unknown {
  const leaf = (operator: string, value?: unknown) => ({
    cond_type: 'attribute',
    resource_types: types,
    attribute: `${path}.${atom.name}`,
    operator,
    ...(value !== undefined && { value }),
  })
  const absent = leaf('not_exists')
  switch (atom.kind) {
    case 'absent':
      return leaf('exists')
    case 'lacks':
      return { and: [leaf('exists'), leaf('regex_match', NOT_BLANK)] }
    case 'equals':
      return { or: [absent, leaf('not_equals', atom.value)] }
    case 'blank':
      return { or: [absent, leaf('regex_match', NOT_BLANK)] }
    case 'notAllowed':
      return { or: [absent, ...allowed(atom.allowed, leaf)] }
    default:
      return atom satisfies never
  }
}

function allowed(
  { or, values, spelled, patterns }: Allowed,
  leaf: (operator: string, value: unknown) => unknown,
): unknown[] {
  const rules = [
    ...(values
      ? [
          some([
            leaf('within', values),
            ...spelled.map((pattern) => leaf('regex_match', pythonPattern(pattern))),
          ]),
        ]
      : []),
    ...patterns.map((pattern) => leaf('regex_match', pythonPattern(pattern))),
  ]
  return [...(or.length > 0 ? [leaf('within', or)] : []), rules.length === 1 ? rules[0] : { and: rules }]
}
