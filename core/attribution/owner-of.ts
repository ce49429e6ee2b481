import type { TagSchema } from '../config/tag-schema.ts'
import { type Attributed, DIMENSIONS, type Dimension, type Owner } from '../domain/owner.ts'
import type { EffectiveTags } from '../tags/effective-tags.ts'
import { findTag } from '../tags/find-tag.ts'

/** Whose money a resource's is, by its tags: each dimension known, missing, or unknown with the reason. */
export function ownerOf(tags: EffectiveTags, schema: TagSchema): Owner {
  const answers = DIMENSIONS.map((dimension) => [dimension, attributed(tags, schema, dimension)])
  return Object.fromEntries(answers) as Record<Dimension, Attributed>
}

function attributed(tags: EffectiveTags, schema: TagSchema, dimension: Dimension): Attributed {
  const key = schema.dimensions[dimension]
  if (key === undefined || tags.kind === 'notTaggable') return { kind: 'missing' }
  if (tags.kind === 'unknown') return { kind: 'unknown', because: tags.because }
  const tag = findTag(tags, key, schema)
  const { open } = tags.tags
  if (!tag) return open ? { kind: 'unknown', because: open.because } : { kind: 'missing' }
  const { value } = tag
  if (value.sensitive) return { kind: 'unknown', because: 'it is marked sensitive' }
  if (value.kind === 'unknown') return { kind: 'unknown', because: value.because }
  return value.kind === 'string' && value.value.trim() !== ''
    ? { kind: 'known', value: value.value }
    : { kind: 'missing' }
}
