import { invalidTagValue } from './invalid-tag-value.ts'
import { missingTag } from './missing-tag.ts'
import { tagNotBilled } from './tag-not-billed.ts'
import type { TagRule } from './tag-rule.ts'
import { unknownTags } from './unknown-tags.ts'

export const tagRules: readonly TagRule[] = [missingTag, invalidTagValue, tagNotBilled, unknownTags]
