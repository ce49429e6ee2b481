import { quote } from '../../config/wording.ts'
import { daysAfter, daysBetween } from '../../domain/days.ts'
import { dayOf } from '../iso-date.ts'
import type { TagRule } from './tag-rule.ts'

export const expired: TagRule = {
  id: 'expired',
  severity: 'warning',
  summary: 'What a resource has as its end is neither past nor further ahead than allowed.',
  *check({ resource, schema, today, tagFor }) {
    if (today === undefined) return
    for (const key of schema.keys) {
      if (key.type !== 'date') continue
      const tag = tagFor(key.key)
      if (tag?.value.kind !== 'string' || tag.value.sensitive) continue
      const { value } = tag.value
      const day = key.or?.includes(value) ? undefined : dayOf(value)
      if (day === undefined) continue // what is no date is another rule's business
      const days = daysBetween(today, day)
      const { maxDays } = key
      const what = `the "${tag.key}" tag of ${resource.address} is ${quote(value)}`
      const ranges = tag.origins.map(({ range }) => range)
      if (days < 0)
        yield {
          key,
          message: `${what}, ${counted(-days)} ago. remove the resource, or set a later date`,
          ranges,
        }
      else if (maxDays !== undefined && days > maxDays)
        yield {
          key,
          message: `${what}, ${counted(days)} ahead. at most ${counted(maxDays)} are allowed: no later than ${daysAfter(today, maxDays)}`,
          ranges,
        }
    }
  },
}

const counted = (days: number) => (days === 1 ? '1 day' : `${days} days`)
