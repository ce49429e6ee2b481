import { spellings } from '../config/spelling.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import type { Tag } from '../domain/tag.ts'
import type { EffectiveTags } from './effective-tags.ts'

type Taggable = Extract<EffectiveTags, { kind: 'taggable' }>

/** The tag that stands for a key of the schema: spelled as the key is there or, failing that, as one of its aliases. */
export function findTag(
  { tags, keysCaseInsensitive, target }: Taggable,
  key: string,
  schema: TagSchema,
): Tag | undefined {
  const names = namesOf(key, target, schema)
  for (const spelling of names) {
    const tag = tags.tags.get(spelling)
    if (tag) return tag
  }
  if (!keysCaseInsensitive) return undefined
  const folded = new Set(names.map((spelling) => spelling.toLowerCase()))
  for (const tag of tags.tags.values()) if (folded.has(tag.key.toLowerCase())) return tag
  return undefined
}

type Names = Map<Taggable['target'], Map<string, readonly string[]>>

/** Every tag of every resource is asked for by all of the schema's keys, by several rules. */
const known = new WeakMap<TagSchema, Names>()

/** The spellings of a key on a target, and its aliases. */
export function namesOf(key: string, target: Taggable['target'], schema: TagSchema): readonly string[] {
  const onTargets: Names = known.get(schema) ?? new Map()
  known.set(schema, onTargets)
  const ofKeys = onTargets.get(target) ?? new Map<string, readonly string[]>()
  onTargets.set(target, ofKeys)
  const before = ofKeys.get(key)
  if (before) return before
  const aliases = [...schema.aliases].flatMap(([alias, meant]) => (meant === key ? [alias] : []))
  const names = [...spellings(key, target, schema), ...aliases]
  ofKeys.set(key, names)
  return names
}
