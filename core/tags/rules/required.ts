import type { TagKey } from '../../config/tag-schema.ts'
import { quote } from '../../config/wording.ts'
import type { CheckedTags } from './tag-rule.ts'

/** Whether a key is required of this resource; the conditions that make it so are given for the message. */
export function required(
  { required, requiredWhen }: TagKey,
  { tagFor }: CheckedTags,
): { readonly because: string } | undefined {
  if (required) return { because: '' }
  if (!requiredWhen) return undefined
  const conditions: string[] = []
  for (const [key, expected] of requiredWhen) {
    const value = tagFor(key)?.value
    // A guess is no ground for a violation: only a known value makes another key required.
    if (value?.kind !== 'string' || value.value !== expected) return undefined
    conditions.push(`"${key}" is ${quote(expected)}`)
  }
  return { because: `, required where ${conditions.join(' and ')}` }
}
