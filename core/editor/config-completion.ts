import { ascribeYml } from '../config/ascribe-yml.ts'
import type { Config } from '../config/config.ts'
import { descriptionAt, keysAt, valuesAt } from '../config/shape-at.ts'
import type { EditorCompletion } from './completion.ts'
import { type YamlContext, yamlContextAt, yamlItemAt } from './yaml-context.ts'

/** Keys and values of `ascribe.yml`, and the names that it gives: tag keys, teams, models. */
export function configCompletions(text: string, offset: number, config: Config): readonly EditorCompletion[] {
  const context = yamlContextAt(text, offset)
  const keys = context?.kind === 'key' ? keyCompletions(context, config) : []
  const place = context?.kind === 'value' ? context : yamlItemAt(text, offset)
  return place ? [...keys, ...valueCompletions(place, config)] : keys
}

function keyCompletions(context: YamlContext, config: Config): readonly EditorCompletion[] {
  const { path, start, present } = context
  const known = keysAt(ascribeYml, path)
  const named = namedKeys(path, config).filter((key) => !known.includes(key))
  return [...known, ...named]
    .filter((key) => !present.has(key))
    .map((key, rank) => {
      const insert = `${key}: `
      return {
        label: key,
        detail: known.includes(key) ? descriptionAt(ascribeYml, [...path, key]) : undefined,
        kind: 'property',
        start,
        insert,
        isSnippet: false,
        plain: insert,
        rank,
      }
    })
}

function valueCompletions({ path, start }: YamlContext, config: Config): readonly EditorCompletion[] {
  const values = [...new Set([...valuesAt(ascribeYml, path), ...namedValues(path, config)])]
  return values.map((value, rank) => ({
    label: value,
    detail: undefined,
    kind: 'value',
    start,
    insert: value,
    isSnippet: false,
    plain: value,
    rank,
  }))
}

/** Mappings by tag key: `schema.keys`, `match`, `owners[].set`, … */
function namedKeys(path: readonly (string | number)[], { schema }: Config): readonly string[] {
  const holder = path.at(-1)
  const isByTag =
    (holder === 'keys' && path[0] === 'schema') ||
    (typeof holder === 'string' && ['match', 'set', 'required-when', 'tags'].includes(holder)) ||
    path.at(-2) === 'namespaces'
  return isByTag ? schema.keys.map(({ key }) => key) : []
}

function namedValues(path: readonly (string | number)[], config: Config): readonly string[] {
  const { schema, teams, models } = config
  const [section] = path
  const key = path.at(-1)
  if (section === 'models' && key === 'team') return [...teams.keys()]
  if (section === 'schema' && (path[1] === 'dimensions' || path[1] === 'aliases'))
    return schema.keys.map((known) => known.key)
  const isByTag = path.some((step) => ['match', 'set', 'required-when'].includes(String(step)))
  if (!isByTag || typeof key !== 'string') return []
  if (key === schema.dimensions.team) return [...teams.keys()]
  if (key === schema.dimensions.model) return [...models.keys()]
  return schema.keys.find((known) => known.key === key)?.values ?? []
}
