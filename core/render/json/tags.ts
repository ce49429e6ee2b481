import type { Tag } from '../../domain/tag.ts'
import type { InspectedResource } from '../../review/inspection.ts'
import type { RenderOptions } from '../renderer.ts'
import { lineOf } from './place.ts'

/** Whether a resource takes tags, which it has, and whether there may be more. */
export function tagsJson({ tags }: InspectedResource, options: RenderOptions) {
  switch (tags.kind) {
    case 'notTaggable':
      return { taggable: false, tags: {}, tagsUnknown: null }
    case 'unknown':
      return { taggable: 'unknown', tags: {}, tagsUnknown: tags.because }
    case 'taggable':
      return {
        taggable: true,
        // fromEntries defines properties: a tag `__proto__` is a tag like any other.
        tags: Object.fromEntries([...tags.tags.tags.values()].map((tag) => [tag.key, tagJson(tag, options)])),
        tagsUnknown: tags.tags.open?.because ?? null,
      }
    default:
      return tags satisfies never
  }
}

function tagJson({ value, origins }: Tag, options: RenderOptions) {
  return {
    ...valueJson(value),
    origins: distinct(origins.map(({ kind, range }) => ({ kind, ...lineOf(range, options) }))),
  }
}

/** A value that is written and read on one line has it as origin once. */
function distinct<Origin>(origins: readonly Origin[]): readonly Origin[] {
  return [...new Map(origins.map((origin) => [JSON.stringify(origin), origin])).values()]
}

function valueJson(value: Tag['value']) {
  if (value.sensitive) return { unknown: 'it is marked sensitive' }
  if (value.kind === 'string') return { value: value.value }
  return { unknown: value.kind === 'unknown' ? value.because : `it is a ${value.kind}, not a string` }
}
