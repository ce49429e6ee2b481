import { ownerOf } from '../attribution/owner-of.ts'
import type { Config } from '../config/config.ts'
import { legalSpelling } from '../config/tag-limits.ts'
import type { TagKey } from '../config/tag-schema.ts'
import type { Dimension } from '../domain/owner.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { directoryOf } from '../source/source-tree.ts'
import { findTag } from '../tags/find-tag.ts'
import { isValid } from '../tags/rules/invalid-tag-value.ts'
import type { SnippetChoice } from '../terraform/edits/index.ts'
import { namesakesFirst } from './tag-namesakes.ts'

/** More choices than this make a list nobody reads. */
const MAX_CHOICES = 12

export interface SuggestionRequest {
  readonly inspected: InspectedResource
  /** Keys of the schema, in the order wanted. */
  readonly keys: readonly string[]
  /** Whose tags may be taken as an example: usually all of the workspace. */
  readonly neighbours: readonly InspectedResource[]
  readonly config: Config
}

/**
 * What to write for tags: what the catalogue says of the model or team that the resource already names, then what sounds
 * like the names of the resource, its modules and its file, then what its neighbours say most often, then the rest of
 * what the schema and the catalogue allow. A key of which nothing is known has no values.
 */
export function suggestedTags(request: SuggestionRequest): ReadonlyMap<string, SnippetChoice> {
  const { keys, config } = request
  return new Map(
    keys.map((name) => {
      const key = config.schema.keys.find(({ key }) => key === name) ?? { key: name, required: false }
      return [name, { values: suggestedValues(key, request) }]
    }),
  )
}

function suggestedValues(key: TagKey, request: SuggestionRequest): readonly string[] {
  const { resource, tags } = request.inspected
  const { schema } = request.config
  const target = tags.kind === 'taggable' ? tags.target : undefined
  const others = namesakesFirst([...used(key, request), ...allowed(key, request.config)], resource)
  const valid = [...implied(key, request), ...others].filter((value) => isValid(value, key, target))
  const legal = valid.map((value) => (target ? legalSpelling(value, 'value', target, schema) : value))
  return [...new Set(legal)].filter((value) => value.trim() !== '').slice(0, MAX_CHOICES)
}

/** What the catalogue says of the model and the team that the resource names. */
function implied({ key }: TagKey, { inspected, config }: SuggestionRequest): readonly string[] {
  // As its tags say it, whether they reach the bill or not.
  const { model, team } = ownerOf(inspected.tags, config.schema)
  const ofModel = model.kind === 'known' ? config.models.get(model.value) : undefined
  const teamName = team.kind === 'known' ? team.value : ofModel?.team
  const ofTeam = teamName === undefined ? undefined : config.teams.get(teamName)
  const said: Partial<Record<Dimension, string | undefined>> = {
    team: ofModel?.team,
    project: ofModel?.project,
    costCenter: ofTeam?.costCenter,
  }
  return Object.entries(config.schema.dimensions).flatMap(([dimension, name]) => {
    const value = name === key ? said[dimension as Dimension] : undefined
    return value === undefined ? [] : [value]
  })
}

/** What others have, the most used first; nearer ones count for more. */
function used({ key }: TagKey, { inspected, neighbours, config }: SuggestionRequest): readonly string[] {
  const counts = new Map<string, number>()
  for (const other of neighbours) {
    if (other.tags.kind !== 'taggable' || other.resource === inspected.resource) continue
    const tag = findTag(other.tags, key, config.schema)
    if (tag?.value.kind !== 'string' || tag.value.sensitive) continue
    const { value } = tag.value
    counts.set(value, (counts.get(value) ?? 0) + nearness(other, inspected))
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value)
}

function nearness(a: InspectedResource, b: InspectedResource): number {
  const { path } = a.resource.range.source
  const other = b.resource.range.source.path
  if (path === other) return 25
  return directoryOf(path) === directoryOf(other) ? 5 : 1
}

/** What the schema lists, and the names of the catalogue. */
function allowed(
  { key, values = [], or = [] }: TagKey,
  { schema, teams, models }: Config,
): readonly string[] {
  const { dimensions } = schema
  const names = key === dimensions.team ? teams : key === dimensions.model ? models : undefined
  return [...values, ...(names?.keys() ?? []), ...or]
}
