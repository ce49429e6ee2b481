import type { EffectiveTags } from '../../../core/tags/effective-tags.ts'

/** `{ team: 'fraud-ml', … }`; what is not known is `?` and its reason, and `…` is why the set is open. */
export function tagText(tags: EffectiveTags): string | Record<string, string> {
  if (tags.kind !== 'taggable') return tags.kind
  const texts: Record<string, string> = {}
  for (const { key, value } of tags.tags.tags.values())
    texts[key] =
      value.kind === 'string' ? value.value : `? ${value.kind === 'unknown' ? value.because : value.kind}`
  if (tags.tags.open) texts['…'] = tags.tags.open.because
  return texts
}
