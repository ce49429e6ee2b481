import { tagLimits } from '../../config/tag-limits.ts'
import { quote } from '../../config/wording.ts'
import type { Tag } from '../../domain/tag.ts'
import { type IllegalPart, illegalPart } from '../illegal-part.ts'
import type { TagRule } from './tag-rule.ts'

/** Their labels are those of Knative, or tags of another cloud. */
const OTHERS = /^google_(?:cloud_run_(?:service|domain_mapping)|container_(?:aws|azure)_\w+)$/
/** More tags than any cloud takes: how many there are is said then, and the first are looked at. */
const MAX_TAGS = 100

export const illegalTag: TagRule = {
  id: 'illegal-tag',
  severity: 'error',
  summary: 'The cloud takes the keys and values of the tags that a resource has.',
  *check({ resource, target, tags, schema, tagFor }) {
    if (!target || OTHERS.test(resource.type)) return
    const { maxTags, noun, keysIgnoreCase } = tagLimits(target, resource.type)
    if (maxTags !== undefined && tags.size > maxTags)
      yield { message: `${resource.address} has ${tags.size} tags. expected at most ${maxTags}` }
    const keys = new Map(schema.keys.map((key) => [tagFor(key.key), key]))
    const looked = [...tags.values()].slice(0, MAX_TAGS)
    for (const same of keysIgnoreCase ? oneButForCase(looked) : []) {
      const names = same.map(({ key }) => quote(key)).join(' and ')
      yield {
        key: keys.get(same.find((tag) => keys.has(tag))!) ?? { key: same[0]!.key, required: false },
        message: `${resource.address} has the tags ${names}, which are one tag to its cloud: case makes no difference in a key. expected one of them`,
        ranges: same.at(-1)!.origins.map(({ range }) => range),
      }
    }
    for (const tag of looked) {
      const meant = keys.get(tag)
      const illegal = illegalPart(tag, meant, { target, type: resource.type, schema })
      if (!illegal) continue
      yield {
        key: meant ?? { key: tag.key, required: false },
        message: `the ${quote(tag.key)} tag of ${resource.address} ${sentence(tag, illegal, noun)}`,
        ranges: tag.origins.map(({ range }) => range),
      }
    }
  },
}

/** Tags whose keys differ by nothing but case. */
function oneButForCase(tags: readonly Tag[]): readonly (readonly Tag[])[] {
  const groups = new Map<string, Tag[]>()
  for (const tag of tags) {
    const folded = tag.key.toLowerCase()
    groups.set(folded, [...(groups.get(folded) ?? []), tag])
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}

function sentence({ value }: Tag, { part, limit, spelled }: IllegalPart, noun: string): string {
  const what =
    part === 'key'
      ? `has a key that ${noun} cannot have`
      : value.kind === 'string' && !value.sensitive
        ? `is ${quote(value.value)}, which ${noun} cannot be`
        : `is a sensitive value that ${noun} cannot be`
  return `${what}: ${limit}${spelled === '' ? '' : `. there it is spelled ${quote(spelled)}`}`
}
