import { catalogueName, namesOf, SHARED_MODEL } from '../../config/catalogue.ts'
import { nearest } from '../../config/nearest.ts'
import { oneOf, quote } from '../../config/wording.ts'
import type { TagRule } from './tag-rule.ts'

const DIMENSIONS = ['team', 'model'] as const
/** More names than this are no help in a message. */
const MAX_NAMES = 12

export const unknownOwner: TagRule = {
  id: 'unknown-owner',
  severity: 'warning',
  summary: 'A team or model that a tag names is in the catalogue.',
  *check({ resource, schema, catalogue, target, tagFor }) {
    for (const dimension of DIMENSIONS) {
      const key = schema.keys.find(({ key }) => key === schema.dimensions[dimension])
      const names = namesOf(dimension, catalogue)
      // A list of values is its own rule's business.
      if (!key || !names || key.values) continue
      const tag = tagFor(key.key)
      if (tag?.value.kind !== 'string' || tag.value.sensitive) continue
      const { value } = tag.value
      const isAllowed = key.or?.includes(value) || (dimension === 'model' && value === SHARED_MODEL)
      if (value.trim() === '' || isAllowed || catalogueName(value, target, names) !== undefined) continue
      const near = nearest(value, names.keys())
      const expected = names.size > MAX_NAMES ? '' : `. expected ${oneOf([...names.keys()])}`
      const hint = near === undefined ? expected : `. did you mean ${quote(near)}?`
      yield {
        key,
        message: `the "${tag.key}" tag of ${resource.address} is ${quote(value)}, and the catalogue has no such ${dimension}${hint}`,
        ranges: tag.origins.map(({ range }) => range),
      }
    }
  },
}
