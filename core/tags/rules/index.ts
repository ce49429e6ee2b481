import { invalidTagValue } from './invalid-tag-value.ts'
import { missingTag } from './missing-tag.ts'
import type { TagRule } from './tag-rule.ts'
import { unknownTags } from './unknown-tags.ts'

export const tagRules: readonly TagRule[] = [missingTag, invalidTagValue, unknownTags]
