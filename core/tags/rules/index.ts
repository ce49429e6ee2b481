import { expired } from './expired.ts'
import { illegalTag } from './illegal-tag.ts'
import { invalidTagValue } from './invalid-tag-value.ts'
import { missingTag } from './missing-tag.ts'
import { ownerConflict } from './owner-conflict.ts'
import { tagNotBilled } from './tag-not-billed.ts'
import type { TagRule } from './tag-rule.ts'
import { unknownOwner } from './unknown-owner.ts'
import { unknownTags } from './unknown-tags.ts'

export const tagRules: readonly TagRule[] = [
  missingTag,
  invalidTagValue,
  illegalTag,
  unknownOwner,
  ownerConflict,
  tagNotBilled,
  expired,
  unknownTags,
]
