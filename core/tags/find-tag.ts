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
  const names: string[] = [...spellings(key, target, schema)]
  for (const [alias, meant] of schema.aliases) if (meant === key) names.push(alias)
  for (const spelling of names) {
    const tag = tags.tags.get(spelling)
    if (tag) return tag
  }
  if (!keysCaseInsensitive) return undefined
  const folded = new Set(names.map((spelling) => spelling.toLowerCase()))
  for (const tag of tags.tags.values()) if (folded.has(tag.key.toLowerCase())) return tag
  return undefined
}
