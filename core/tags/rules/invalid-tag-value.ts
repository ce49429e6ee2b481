import { isNameOf } from '../../config/catalogue.ts'
import { nearest } from '../../config/nearest.ts'
import { compilePattern } from '../../config/pattern.ts'
import type { Target } from '../../config/spelling.ts'
import { originals, tagLimits } from '../../config/tag-limits.ts'
import type { TagKey } from '../../config/tag-schema.ts'
import { quote } from '../../config/wording.ts'
import { isIsoDate } from '../iso-date.ts'
import { expectation } from './expectation.ts'
import { required } from './required.ts'
import type { TagRule } from './tag-rule.ts'

export const invalidTagValue: TagRule = {
  id: 'invalid-tag-value',
  severity: 'error',
  summary: 'A tag has one of the values that the schema allows.',
  *check(checked) {
    const { resource, schema, tagFor, target } = checked
    for (const key of schema.keys) {
      const tag = tagFor(key.key)
      if (tag?.value.kind !== 'string') continue
      const { value, sensitive } = tag.value
      const isMissing = value.trim() === '' && required(key, checked) !== undefined
      if (isMissing || isValid(value, key, target)) continue
      const shown = sensitive ? 'a sensitive value that is not allowed' : quote(value)
      const near = sensitive ? undefined : nearest(value, [...(key.values ?? []), ...(key.or ?? [])])
      const hint = near === undefined ? '' : `. did you mean ${quote(near)}?`
      yield {
        key,
        message: `the "${tag.key}" tag of ${resource.address} is ${shown}${expectation(key)}${hint}`,
        ranges: tag.origins.map(({ range }) => range),
      }
    }
  },
}

/** Whether a key may have a value; on labels also as they can spell it: `meta-llama-llama-3-1-8b`, `ana_acme_example`. */
export function isValid(value: string, { values, or, pattern, type }: TagKey, target?: Target): boolean {
  if (or && isNameOf(value, target, or)) return true
  if (values && !isNameOf(value, target, values)) return false
  if (type === 'date' && !isIsoDate(value)) return false
  if (pattern === undefined) return true
  const compiled = compilePattern(pattern)
  if (compiled.kind === 'invalid' || compiled.matches(value)) return true
  if (!target || !tagLimits(target).value.legal.test(value)) return false
  return compiled.matches(value, (character) => originals(character, target))
}
