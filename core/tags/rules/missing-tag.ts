import { nearest } from '../../config/nearest.ts'
import type { TagKey, TagSchema } from '../../config/tag-schema.ts'
import { quote } from '../../config/wording.ts'
import { expectation } from './expectation.ts'
import { required } from './required.ts'
import type { CheckedTags, TagRule } from './tag-rule.ts'

export const missingTag: TagRule = {
  id: 'missing-tag',
  severity: 'error',
  summary: 'A resource that costs money carries every tag that the schema requires.',
  *check(checked) {
    const { resource, schema, tagFor, open, named, elsewhere, billed } = checked
    for (const key of schema.keys) {
      const asked = required(key, checked)
      if (!asked) continue
      const tag = tagFor(key.key)
      if (!tag) {
        if (open) continue // it may be among the tags that cannot be seen
        // What the bill shows is not missing, wherever it is written; nor is what it may show.
        if (billed[0]?.shows(key.key) !== false) continue
        const { spelling, noun } = named(key.key)
        const name = `${resource.address} has no "${spelling}" ${noun}${asked.because}`
        const near = elsewhere(key.key)
        const hint = near === undefined ? misspelled(key, checked) : `: ${near}`
        yield { key, message: `${name}${hint}${expectation(key)}` }
      } else if (tag.value.kind === 'string' && tag.value.value.trim() === '')
        yield {
          key,
          message: `the "${tag.key}" tag of ${resource.address} is empty${asked.because}${expectation(key)}`,
          ranges: tag.origins.map(({ range }) => range),
        }
    }
  },
}

/** No cloud allows as many tags: who writes more gets no hint about the rest. */
const MAX_CANDIDATES = 100

/** A tag that no key of the schema claims and that looks like the one that is missing. */
function misspelled(key: TagKey, { tags, schema }: CheckedTags): string {
  const ofSchema = claimedBy(schema)
  const unclaimed: string[] = []
  for (const spelling of tags.keys()) {
    if (unclaimed.length === MAX_CANDIDATES) break
    if (!ofSchema.has(spelling)) unclaimed.push(spelling)
  }
  const near = nearest(key.key, unclaimed)
  return near === undefined ? '' : `, but ${quote(near)}. rename it, or add it to schema.aliases`
}

const claimed = new WeakMap<TagSchema, ReadonlySet<string>>()

function claimedBy(schema: TagSchema): ReadonlySet<string> {
  const known =
    claimed.get(schema) ?? new Set([...schema.keys.map(({ key }) => key), ...schema.aliases.keys()])
  claimed.set(schema, known)
  return known
}
