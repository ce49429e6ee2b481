import { quote } from '../../config/wording.ts'
import { required } from './required.ts'
import type { TagRule } from './tag-rule.ts'

export const unknownTags: TagRule = {
  id: 'unknown-tags',
  severity: 'hint',
  summary: 'The tags that the schema requires can be read from the files.',
  *check(checked) {
    const { resource, schema, tagFor, open } = checked
    const asked = schema.keys.filter((key) => required(key, checked))
    const unseen = asked.filter(({ key }) => !tagFor(key))
    if (open && unseen.length > 0) {
      const names = unseen.map(({ key }) => quote(key)).join(', ')
      yield {
        message: `the tags of ${resource.address} are not all known: ${open.because}. it may lack ${names}`,
      }
    }
    for (const key of asked) {
      const tag = tagFor(key.key)
      // An unknown map on top makes every default below it unknown: that is said once, above.
      if (tag?.value.kind === 'unknown' && tag.value.because !== open?.because)
        yield {
          key,
          message: `the "${tag.key}" tag of ${resource.address} has a value that is not known: ${tag.value.because}`,
          ranges: tag.origins.map(({ range }) => range),
        }
    }
  },
}
