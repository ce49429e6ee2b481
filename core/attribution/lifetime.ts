import type { TagSchema } from '../config/tag-schema.ts'
import { daysBetween } from '../domain/days.ts'
import { toDollars, type Usd, usd } from '../domain/money.ts'
import type { EffectiveTags } from '../tags/effective-tags.ts'
import { findTag } from '../tags/find-tag.ts'
import { dayOf } from '../tags/iso-date.ts'

/** How long a resource is to live, as its tags say. */
export interface Lifetime {
  /** `2026-12-31` */
  readonly expiresOn: string
  /** From today on; negative where it is past. */
  readonly daysLeft: number
  /** What it costs from today to that day, both of them counted; 0 where it is past. */
  readonly costUntilThen: Usd
}

/** 730 hours. */
const DAYS_PER_MONTH = 730 / 24

/** To the earliest day that a key of type `date` names; undefined where none does. */
export function lifetimeOf(
  tags: EffectiveTags,
  monthlyCost: Usd,
  schema: TagSchema,
  today: string,
): Lifetime | undefined {
  if (tags.kind !== 'taggable') return undefined
  const days = schema.keys.flatMap(({ key, type }) => {
    const value = type === 'date' ? findTag(tags, key, schema)?.value : undefined
    return value?.kind === 'string' && !value.sensitive ? (dayOf(value.value) ?? []) : []
  })
  const [expiresOn] = days.sort()
  if (expiresOn === undefined) return undefined
  const daysLeft = daysBetween(today, expiresOn)
  const share = Math.max(0, daysLeft + 1) / DAYS_PER_MONTH
  return { expiresOn, daysLeft, costUntilThen: usd(toDollars(monthlyCost) * share) }
}
