import { catalogueName, namesOf } from '../config/catalogue.ts'
import type { Config } from '../config/config.ts'
import type { OwnerSource } from '../config/owner-rules.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import { type Attributed, DIMENSIONS, type Dimension, type Owner } from '../domain/owner.ts'
import type { Range } from '../source/source-file.ts'
import type { EffectiveTags } from '../tags/effective-tags.ts'
import { findTag } from '../tags/find-tag.ts'

/** What may say whose money a resource's is. */
export interface OwnerSources {
  /** The tags that the bill shows. */
  readonly billed: EffectiveTags
  /** The tags that are written on the resource. */
  readonly written: EffectiveTags
  /** What a rule of `owners:` sets for a key, and where. */
  readonly declared: (key: string) => DeclaredValue | undefined
}

export interface DeclaredValue {
  readonly value: string
  readonly range: Range
}

const MISSING: Attributed = { kind: 'missing' }

/**
 * Whose money a resource's is: each dimension known, missing, or unknown with the reason. The sources are asked in the
 * configured order, and the first that knows gives the answer: an answer that cannot be read is no reason not to ask on.
 */
export function resolveOwner(sources: OwnerSources, config: Config): Owner {
  const owner = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, MISSING])) as Record<
    Dimension,
    Attributed
  >
  for (const source of config.attribution.order)
    for (const dimension of DIMENSIONS) {
      const before = owner[dimension]
      if (before.kind === 'known') continue
      const answer = ask(source, dimension, sources, owner, config)
      if (answer.kind === 'known' || before.kind === 'missing') owner[dimension] = answer
    }
  return owner
}

/** Whose money it is by its tags alone. */
export function ownerOf(tags: EffectiveTags, schema: TagSchema): Owner {
  const answers = DIMENSIONS.map((dimension) => [dimension, byTag(tags, schema, dimension, 'tag')])
  return Object.fromEntries(answers) as Record<Dimension, Attributed>
}

function ask(
  source: OwnerSource,
  dimension: Dimension,
  { billed, written, declared }: OwnerSources,
  sofar: Owner,
  config: Config,
): Attributed {
  const { schema } = config
  switch (source) {
    case 'bill-tags':
      return named(byTag(billed, schema, dimension, 'tag'), dimension, billed, config)
    case 'written-tags':
      return named(byTag(written, schema, dimension, 'written-tag'), dimension, written, config)
    case 'declared': {
      const key = schema.dimensions[dimension]
      const found = key === undefined ? undefined : declared(key)
      return found
        ? { kind: 'known', value: found.value, from: { kind: 'declared', range: found.range } }
        : MISSING
    }
    case 'catalogue':
      return byCatalogue(dimension, sofar, config)
    default:
      return source satisfies never
  }
}

/** The catalogue's name in place of the way that a label can hold it. */
function named(answer: Attributed, dimension: Dimension, tags: EffectiveTags, config: Config): Attributed {
  if (answer.kind !== 'known' || tags.kind !== 'taggable') return answer
  const names = namesOf(dimension, config)
  const name = names && catalogueName(answer.value, tags.target, names)
  if (name === undefined || name === answer.value) return answer
  return { ...answer, value: name, from: { ...answer.from, spelled: answer.value } }
}

/** What the catalogue says of the model and the team that are known already. */
function byCatalogue(dimension: Dimension, { model, team }: Owner, { models, teams }: Config): Attributed {
  const ofModel = model.kind === 'known' ? models.get(model.value) : undefined
  const ofTeam = team.kind === 'known' ? teams.get(team.value) : undefined
  const said: Partial<Record<Dimension, readonly [string | undefined, Range | undefined]>> = {
    team: [ofModel?.team, ofModel?.range],
    project: [ofModel?.project, ofModel?.range],
    costCenter: [ofTeam?.costCenter, ofTeam?.range],
  }
  const [value, range] = said[dimension] ?? []
  return value === undefined ? MISSING : { kind: 'known', value, from: { kind: 'catalogue', range } }
}

function byTag(
  tags: EffectiveTags,
  schema: TagSchema,
  dimension: Dimension,
  kind: 'tag' | 'written-tag',
): Attributed {
  const key = schema.dimensions[dimension]
  if (key === undefined || tags.kind === 'notTaggable') return MISSING
  if (tags.kind === 'unknown') return { kind: 'unknown', because: tags.because }
  const tag = findTag(tags, key, schema)
  const { open } = tags.tags
  if (!tag) return open ? { kind: 'unknown', because: open.because } : MISSING
  const { value } = tag
  if (value.sensitive) return { kind: 'unknown', because: 'it is marked sensitive' }
  if (value.kind === 'unknown') return { kind: 'unknown', because: value.because }
  return value.kind === 'string' && value.value.trim() !== ''
    ? { kind: 'known', value: value.value, from: { kind, range: tag.origins[0]?.range } }
    : MISSING
}
