import type { Config } from '../config/config.ts'
import { nearest } from '../config/nearest.ts'
import { spellings } from '../config/spelling.ts'
import type { Tag } from '../domain/tag.ts'
import type { EffectiveTags } from '../tags/effective-tags.ts'

/** Tags that no key of the schema claims. */
export function straysOf(
  tags: Extract<EffectiveTags, { kind: 'taggable' }>,
  { schema }: Config,
): readonly Tag[] {
  const claimed = new Set([
    ...schema.aliases.keys(),
    ...schema.keys.flatMap(({ key }) => [key, ...spellings(key, tags.target, schema)]),
  ])
  return [...tags.tags.tags.values()].filter(({ key }) => !claimed.has(key))
}

/** The tag whose key looks like the one that is missing; undefined where none does. */
export function strayLike(strays: readonly Tag[], key: string): Tag | undefined {
  const near = nearest(
    key,
    strays.map((tag) => tag.key),
  )
  return strays.find((stray) => stray.key === near)
}
