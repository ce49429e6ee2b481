import type { AscribeYml } from './ascribe-yml.ts'
import { unknownKey } from './read-shape.ts'
import type { Report } from './resolve-schema.ts'
import type { ResourceMatch } from './resource-match.ts'
import { MATCH_KEYS, type MatchYml } from './shapes/match.ts'
import type { TagSchema } from './tag-schema.ts'
import type { YamlPath } from './yaml-tree.ts'

/** Every `match` of the file, with its path. */
export function* matches(yml: AscribeYml): Generator<[YamlPath, MatchYml]> {
  for (const section of ['owners', 'shared', 'usage', 'exemptions'] as const)
    for (const [index, { match }] of (yml[section] ?? []).entries())
      if (match) yield [[section, index, 'match'], match]
  for (const [index, { match }] of (yml.enforcement?.rules ?? []).entries())
    yield [['enforcement', 'rules', index, 'match'], match]
}

/** What is neither a fact of resources nor a key of the schema would never match, and nobody would notice. */
export function checkMatch(match: MatchYml, path: YamlPath, schema: TagSchema, report: Report): void {
  const keys = schema.keys.map(({ key }) => key)
  for (const key of Object.keys(match.tags ?? {}))
    if (!keys.includes(key))
      report([...path, 'tags', key], unknownKey(key, ['match', 'tags'], keys), { key: true })
  for (const key of Object.keys(match))
    if (![...MATCH_KEYS, ...keys].includes(key))
      report([...path, key], unknownKey(key, ['match'], [...MATCH_KEYS, ...keys]), { key: true })
}

type Fact = Exclude<(typeof MATCH_KEYS)[number], 'tags'>
const isFact = (key: string): key is Fact => key !== 'tags' && MATCH_KEYS.some((known) => known === key)

/** Tags that stand beside the other conditions are conditions on tags like those under `tags`. */
export function resourceMatch(match: MatchYml): ResourceMatch {
  const tags = new Map(Object.entries(match.tags ?? {}))
  const facts: { -readonly [K in Fact]?: string } = {}
  for (const [key, value] of Object.entries(match)) {
    if (typeof value !== 'string') continue
    if (isFact(key)) facts[key] = value
    else tags.set(key, value)
  }
  return tags.size > 0 ? { ...facts, tags } : facts
}
