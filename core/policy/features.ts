import type { Target } from '../config/spelling.ts'
import { namesOf, type PolicySchema, type Requirement } from './policy-schema.ts'
import { toRe2 } from './re2.ts'
import { isTooMany } from './refusals.ts'

/** What a tag schema can ask for, and an engine may be unable to express. */
export const FEATURES = {
  missing: 'the key is there',
  'missing-when': 'the key is there where another has a value',
  empty: 'a required value is not empty',
  blank: 'a required value is not white space',
  values: 'the value is one of a list',
  'value-case': 'upper and lower case of listed values',
  pattern: 'the value matches a pattern',
  date: 'the value is a date that exists',
  'key-case': 'upper and lower case of the key',
  aliases: 'another spelling of the key counts too',
} as const

export type Feature = keyof typeof FEATURES

/** Something of the schema that a document does not enforce. */
export interface Limit {
  readonly key: string
  readonly feature: Feature
  readonly because: string
}

/** The features that a requirement uses on a target. */
export function featuresOf(
  { key, required, judgesValue }: Requirement,
  target: Target,
  { schema }: PolicySchema,
): readonly Feature[] {
  const used: Feature[] = []
  if (required === 'always') used.push('missing')
  else if (required !== 'never') used.push('missing-when')
  if (required !== 'never') used.push('empty', 'blank')
  if (judgesValue && key.values) used.push('values', 'value-case')
  if (judgesValue && key.pattern !== undefined) used.push('pattern')
  if (judgesValue && key.type === 'date') used.push('date')
  if (target !== 'azure') used.push('key-case')
  if (namesOf(key.key, target, schema).length > 1) used.push('aliases')
  return used
}

/** What a target leaves to Ascribe, from what it cannot do at all and what nobody's engine reads. */
export function limitsOf(
  policy: PolicySchema,
  target: Target,
  cannot: Readonly<Partial<Record<Feature, string>>>,
): readonly Limit[] {
  return policy.requirements.flatMap((requirement) => {
    const { key, pattern } = requirement.key
    return featuresOf(requirement, target, policy).flatMap((feature): Limit[] => {
      const because = cannot[feature]
      if (because !== undefined) return [{ key, feature, because }]
      if (feature === 'missing-when' && isTooMany(requirement, policy, target))
        return [{ key, feature, because: 'its conditions have too many spellings' }]
      const portable = feature === 'pattern' ? toRe2(pattern!) : undefined
      return portable?.kind === 'unportable' ? [{ key, feature, because: portable.because }] : []
    })
  })
}
