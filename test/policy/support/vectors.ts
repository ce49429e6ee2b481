import { createHash } from 'node:crypto'
import type { Target } from '../../../core/config/spelling.ts'
import type { Feature } from '../../../core/policy/features.ts'
import { namesOf, type PolicySchema, type Requirement } from '../../../core/policy/policy-schema.ts'
import type { SchemaCase } from './schemas.ts'

/** A resource's tags, all as they should be but for one thing. */
export interface Vector {
  readonly name: string
  readonly tags: Readonly<Record<string, string>>
  /** Kubernetes: what is an annotation. */
  readonly annotations?: Readonly<Record<string, string>>
  /** What of the schema decides it; undefined where nothing is wrong, or everything. */
  readonly probes?: { readonly key: string; readonly feature: Feature }
}

export function vectorsOf(schema: SchemaCase, policy: PolicySchema, target: Target): readonly Vector[] {
  const name = (key: string) => namesOf(key, target, policy.schema)[0]!
  const spelled = (tags: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(tags).map(([key, value]) => [name(key), value]))
  const { base } = schema
  const completed = (tags: Readonly<Record<string, string>>, about: string) => ({
    ...tags,
    ...spelled(triggered(tags, about)),
  })
  /** What other keys ask for once a value makes them required. */
  const triggered = (tags: Readonly<Record<string, string>>, about: string) =>
    Object.fromEntries(
      policy.requirements
        .filter(
          ({ key, required }) =>
            key.key !== about &&
            required instanceof Map &&
            [...required].every(([other, value]) => tags[name(other)] === value),
        )
        .map(({ key }) => [key.key, schema.others[key.key]!]),
    )
  const all: Vector[] = [
    { name: 'as it should be', tags: spelled(base) },
    { name: 'every key', tags: spelled({ ...base, ...schema.others }) },
    { name: 'a tag that nobody asked for', tags: { ...spelled(base), zz: '' } },
  ]
  for (const requirement of policy.requirements) {
    const { key } = requirement.key
    const around = { ...base, ...conditionsOf(requirement) }
    const good = base[key] ?? schema.others[key]!
    const without = Object.fromEntries(
      Object.entries(spelled(around)).filter(([known]) => known !== name(key)),
    )
    const withValue = (value: string) => ({ ...without, [name(key)]: value })
    const vector = (what: string, tags: Readonly<Record<string, string>>, feature?: Feature): Vector => ({
      name: `${key}: ${what}`,
      tags: completed(tags, key),
      ...(feature && { probes: { key, feature } }),
    })
    const absent: Feature = requirement.required === 'always' ? 'missing' : 'missing-when'
    const valueFeature = featureOfValue(requirement)
    all.push(
      vector('not there', without, absent),
      vector('allowed', withValue(good)),
      vector('empty', withValue(''), requirement.required === 'never' ? valueFeature : 'empty'),
      vector('white space', withValue(' \t'), requirement.required === 'never' ? valueFeature : 'blank'),
      vector('in another case', { ...without, [otherCase(name(key))]: good }, 'key-case'),
    )
    if (requirement.judgesValue)
      all.push(
        ...[...(requirement.key.values ?? []), ...(requirement.key.or ?? [])].map((value) =>
          vector(`is ${JSON.stringify(value)}`, withValue(value)),
        ),
        ...[
          'x-none-such',
          'x'.repeat(300),
          'eng-12\n',
          '2026-02-30',
          '2100-02-29',
          '20260101',
          '$',
          '*',
          '${aws:username}',
          "']",
          '"}',
        ].map((value) => vector(`is ${JSON.stringify(value.slice(0, 12))}`, withValue(value), valueFeature)),
      )
    for (const value of requirement.judgesValue ? (requirement.key.values ?? []) : [])
      all.push(
        vector(`is ${JSON.stringify(otherCase(value))}`, withValue(otherCase(value)), 'value-case'),
        vector(
          `is ${JSON.stringify(value)} as a label`,
          withValue(value.toLowerCase().replace(/[^a-z0-9]+/g, '-')),
          valueFeature,
        ),
      )
    for (const alias of namesOf(key, target, policy.schema).slice(1))
      all.push(
        vector(`as ${alias}`, { ...without, [alias]: good }),
        vector(
          `as ${alias}, wrong`,
          { ...without, [alias]: 'x-none-such' },
          requirement.judgesValue ? 'aliases' : undefined,
        ),
        vector(`wrong, and as ${alias}`, { ...withValue('x-none-such'), [alias]: good }, valueFeature),
      )
    if (target === 'kubernetes')
      all.push({ name: `${key}: an annotation`, tags: without, annotations: { [name(key)]: good } })
    // In base, no condition holds.
    if (requirement.required instanceof Map)
      all.push(vector('not there, where nothing requires it', spelled(base)))
  }
  const first = policy.requirements.find(({ required }) => required === 'always')!.key.key
  all.push({ name: 'no tags', tags: {}, probes: { key: first, feature: 'missing' } })
  return all
}

function conditionsOf({ required }: Requirement): Readonly<Record<string, string>> {
  return required instanceof Map ? Object.fromEntries(required) : {}
}

function featureOfValue({ key }: Requirement): Feature {
  return key.values ? 'values' : key.type === 'date' ? 'date' : 'pattern'
}

function otherCase(text: string): string {
  const upper = text.toUpperCase()
  return upper === text ? text.toLowerCase() : upper
}

/** Of anything that verdicts depend on. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}
