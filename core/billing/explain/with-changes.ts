import { daysAfter } from '../../domain/days.ts'
import type { MergedChange, Subject } from '../anomalies/anomaly.ts'
import { changesOf, DAYS_TO_SHOW } from '../anomalies/link-changes.ts'
import type { Explanation } from './explanation.ts'

/** The path's end: what was merged in those days, or the week before, and touched what the path has followed. */
export function withChanges(explanation: Explanation, changes: readonly MergedChange[]): Explanation {
  const { period, subject, steps } = explanation
  const days = { from: daysAfter(period.from, -DAYS_TO_SHOW), last: daysAfter(period.until, -1) }
  const followed: Subject = { ...subject, kind: 'model', model: steps[0]?.followed }
  const addresses = steps.flatMap(({ lines }) => lines.flatMap(({ address }) => address ?? []))
  const narrow = steps[0]?.by === 'model' ? changesOf(changes, followed, days, addresses) : []
  return {
    ...explanation,
    changes: narrow.length > 0 ? narrow : changesOf(changes, subject, days, addresses),
  }
}
