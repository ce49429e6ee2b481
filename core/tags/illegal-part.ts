import { spellings, type Target } from '../config/spelling.ts'
import { legalSpelling, tagLimits } from '../config/tag-limits.ts'
import type { TagKey, TagSchema } from '../config/tag-schema.ts'
import type { Tag } from '../domain/tag.ts'
import { dayOf } from './iso-date.ts'
import { isValid } from './rules/invalid-tag-value.ts'

/** What a cloud refuses of a tag. */
export interface IllegalPart {
  readonly part: 'key' | 'value'
  /** What it takes, in words. */
  readonly limit: string
  /** What to write in its place; empty where nothing of it can stay, or must not be shown. */
  readonly spelled: string
}

export interface TagPlace {
  readonly target: Target
  /** Of the resource. */
  readonly type: string
  readonly schema: TagSchema
}

/** A template that somebody fills in before it is applied: `${TEAM}`, `$(params.team)`, `{{ .Values.team }}`. */
const TEMPLATE = /\$[{(\w]|\{\{/

/**
 * What of a tag its cloud does not take; undefined where it takes all, and where it is not known what it will be.
 * `meant` is the schema's key that the tag stands for.
 */
export function illegalPart(tag: Tag, meant: TagKey | undefined, place: TagPlace): IllegalPart | undefined {
  // An annotation may hold anything, and what ascribe.yml says of a namespace is no label.
  if (tag.isAnnotation || tag.origins[0]?.kind === 'namespace') return undefined
  return illegalKey(tag, place) ?? illegalValue(tag, meant, place)
}

function illegalKey({ key }: Tag, { target, type, schema }: TagPlace): IllegalPart | undefined {
  const { legal, says } = tagLimits(target, type).key
  if (legal.test(key) || isTemplate(key, target)) return undefined
  const letters = lettersOf(key)
  const meant = schema.aliases.get(key) ?? schema.keys.find((other) => lettersOf(other.key) === letters)?.key
  const spelled =
    meant === undefined
      ? legalSpelling(key, 'key', target, schema, type)
      : spellings(meant, target, schema)[0]
  return { part: 'key', limit: says, spelled }
}

const lettersOf = (key: string) => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function illegalValue(
  { value }: Tag,
  meant: TagKey | undefined,
  { target, type, schema }: TagPlace,
): IllegalPart | undefined {
  if (value.kind !== 'string') return undefined
  const { legal, says } = tagLimits(target, type).value
  if (legal.test(value.value) || isTemplate(value.value, target)) return undefined
  // What the schema does not allow either is to become another value, not another spelling.
  if (meant && !isValid(value.value, meant, target)) return undefined
  if (value.sensitive) return { part: 'value', limit: says, spelled: '' }
  const day = meant?.type === 'date' ? dayOf(value.value) : undefined
  return {
    part: 'value',
    limit: says,
    spelled: day ?? legalSpelling(value.value, 'value', target, schema, type),
  }
}

function isTemplate(text: string, target: Target): boolean {
  return target === 'kubernetes' && TEMPLATE.test(text)
}
