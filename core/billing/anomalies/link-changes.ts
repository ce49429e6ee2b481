import { daysAfter } from '../../domain/days.ts'
import type { AnomalyReport, MergedChange, Subject, Touched } from './anomaly.ts'

/** A change shows on the bill within days, or it was another. */
export const DAYS_TO_SHOW = 7
const MOST_CHANGES = 3
/** Of each change: its review has the largest first. */
const MOST_TOUCHED = 5

/**
 * Names for each anomaly the changes merged in the week until it began that touched its resources, where their addresses
 * are known, or others of the subject, by the model and team that the change's own review attributes resources to. That
 * is a neighbour in time, and no proof.
 */
export function linkChanges(report: AnomalyReport, changes: readonly MergedChange[]): AnomalyReport {
  if (changes.length === 0) return report
  const anomalies = report.anomalies.map((anomaly) => ({
    ...anomaly,
    changes: changesOf(
      changes,
      anomaly.subject,
      { from: daysAfter(anomaly.since, -DAYS_TO_SHOW), last: anomaly.since },
      anomaly.resources.flatMap(({ address }) => address ?? []),
    ),
  }))
  return { ...report, anomalies }
}

/** Of the days from the first to the last; what they touched of others is left out. The latest first. */
export function changesOf(
  changes: readonly MergedChange[],
  subject: Subject,
  { from, last }: { readonly from: string; readonly last: string },
  addresses: readonly string[] = [],
): readonly MergedChange[] {
  const known = new Set(addresses)
  const isMeant = (each: Touched) => known.has(each.address) || isOf(subject, each)
  return changes
    .filter(({ day }) => from <= day && day <= last)
    .map((change) => ({ ...change, touched: change.touched.filter(isMeant).slice(0, MOST_TOUCHED) }))
    .filter(({ touched }) => touched.length > 0)
    .sort((a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1))
    .slice(0, MOST_CHANGES)
}

/** What has no model and no team on the bill is often what has none in the change, either. */
function isOf(subject: Subject, { model, team }: Pick<Subject, 'model' | 'team'>): boolean {
  if (subject.kind === 'team') return team === subject.team
  if (subject.model !== undefined) return model === subject.model
  return model === undefined && team === subject.team
}
