import { type DeclaredValue, ownerOf } from '../attribution/owner-of.ts'
import { catalogueName } from '../config/catalogue.ts'
import type { Config } from '../config/config.ts'
import { spellings } from '../config/spelling.ts'
import { tagLimits } from '../config/tag-limits.ts'
import type { TagKey } from '../config/tag-schema.ts'
import { quote } from '../config/wording.ts'
import type { Dimension } from '../domain/owner.ts'
import type { Resource } from '../domain/resource.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { fileAndLine, type Range } from '../source/source-file.ts'
import type { EffectiveTags } from '../tags/effective-tags.ts'
import { findTag } from '../tags/find-tag.ts'
import { isValid } from '../tags/rules/invalid-tag-value.ts'
import type { Neighbours } from './neighbours.ts'

/** What a tag that a resource lacks is to be, and who says so; or why nobody does. */
export type TagAnswer =
  | {
      readonly kind: 'value'
      readonly value: string
      /** e.g. `--set`, `models.fraud_xgb_v7 at ascribe.yml:12`, `all 14 others in infra/train that have it` */
      readonly source: string
    }
  | { readonly kind: 'none'; readonly because: string }

export interface AnswerSources {
  readonly config: Config
  /** `--set`: by the schema's keys. */
  readonly set: ReadonlyMap<string, string>
  readonly declared: (resource: Resource) => (key: string) => DeclaredValue | undefined
  /** Undefined where neighbours are no reason. */
  readonly neighbours: Neighbours | undefined
}

type Taggable = Extract<EffectiveTags, { kind: 'taggable' }>

/**
 * What a resource's tags are to be, for the keys of the schema that it does not have. Nothing is invented: an option says
 * it, or `ascribe.yml`, or every neighbour. By the schema's key.
 */
export function tagAnswers(
  inspected: InspectedResource,
  sources: AnswerSources,
): ReadonlyMap<string, TagAnswer> {
  const { tags } = inspected
  const answers = new Map<string, TagAnswer>()
  if (tags.kind !== 'taggable') return answers
  const { schema } = sources.config
  const lacked = schema.keys.filter(({ key }) => !findTag(tags, key, schema))
  // A model says whose it is, and a team which cost centre: what they are comes first.
  const order = [schema.dimensions.model, schema.dimensions.team]
  const rank = ({ key }: TagKey): number => (order.indexOf(key) + order.length + 1) % (order.length + 1)
  for (const key of [...lacked].sort((a, b) => rank(a) - rank(b)))
    answers.set(key.key, carried(answer(key, inspected, tags, answers, sources), key, tags))
  return answers
}

/** How a key is spelled on what a resource carries. */
export function spelledOn({ target }: Taggable, key: string, { schema }: Config): string {
  return spellings(key, target, schema)[0]
}

function answer(
  key: TagKey,
  inspected: InspectedResource,
  tags: Taggable,
  sofar: ReadonlyMap<string, TagAnswer>,
  sources: AnswerSources,
): TagAnswer {
  const said = sources.set.get(key.key)
  const own = bySettings(key, inspected, tags, sofar, sources)
  if (said !== undefined)
    return own && own.value !== said
      ? { kind: 'none', because: `--set says ${quote(said)}, and ${own.source} says ${quote(own.value)}` }
      : { kind: 'value', value: said, source: '--set' }
  if (own) return { kind: 'value', ...own }
  const [only, ...others] = [...(key.values ?? []), ...(key.or ?? [])]
  if (key.values && !key.isCatalogued && only !== undefined && others.length === 0)
    return { kind: 'value', value: only, source: 'the only value that the schema allows' }
  if (!sources.neighbours)
    return { kind: 'none', because: `nobody says which. give it with --set ${key.key}=VALUE` }
  const found = sources.neighbours.of(inspected.resource, key.key)
  if (found.kind === 'none')
    return { kind: 'none', because: `${found.because}. give it with --set ${key.key}=VALUE` }
  return { kind: 'value', value: found.value, source: found.source }
}

interface Said {
  readonly value: string
  readonly source: string
}

/** What `ascribe.yml` says of this resource: a rule of `owners:`, else the catalogue. */
function bySettings(
  { key }: TagKey,
  { resource }: InspectedResource,
  tags: Taggable,
  sofar: ReadonlyMap<string, TagAnswer>,
  { config, declared }: AnswerSources,
): Said | undefined {
  const rule = declared(resource)(key)
  if (rule) return { value: rule.value, source: `owners at ${fileAndLine(rule.range)}` }
  const { schema, models, teams } = config
  const owner = ownerOf(tags, schema)
  const nameIn = (dimension: Dimension): string | undefined => {
    const known = owner[dimension]
    if (known.kind === 'known') return known.value
    const name = schema.dimensions[dimension]
    const next = name === undefined ? undefined : sofar.get(name)
    return next?.kind === 'value' ? next.value : undefined
  }
  const entryOf = <T>(dimension: 'model' | 'team', names: ReadonlyMap<string, T>) => {
    const value = nameIn(dimension)
    const name = value === undefined ? undefined : catalogueName(value, tags.target, names)
    return name === undefined ? undefined : { name, entry: names.get(name)! }
  }
  const model = entryOf('model', models)
  const team = entryOf('team', teams)
  const said: readonly (readonly [Dimension, string | undefined, string, Range | undefined])[] = [
    ['team', model?.entry.team, `models.${model?.name}`, model?.entry.range],
    ['project', model?.entry.project, `models.${model?.name}`, model?.entry.range],
    ['costCenter', team?.entry.costCenter, `teams.${team?.name}`, team?.entry.range],
  ]
  for (const [dimension, value, name, range] of said)
    if (schema.dimensions[dimension] === key && value !== undefined && range)
      return { value, source: `${name} at ${fileAndLine(range)}` }
  return undefined
}

/** A value that cannot stand there, or that the schema does not allow, is none. */
function carried(given: TagAnswer, key: TagKey, { target }: Taggable): TagAnswer {
  if (given.kind === 'none') return given
  const { value, source } = given
  if (!isValid(value, key, target))
    return { kind: 'none', because: `${quote(value)} (${source}) is no value that the schema allows` }
  const limits = target && tagLimits(target)
  if (limits && !limits.value.legal.test(value))
    return {
      kind: 'none',
      because: `${quote(value)} (${source}) cannot be the value of ${limits.noun}: ${limits.value.says}`,
    }
  return given
}
