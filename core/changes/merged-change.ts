import type { MergedChange, Touched } from '../billing/anomalies/anomaly.ts'
import type { Attributed } from '../domain/owner.ts'
import { readChangeList } from '../report-files/read-change-list.ts'
import type { Review } from '../review/review.ts'

/** Resources beyond these say nothing more about a change. */
const MOST_TOUCHED = 200

/** A reviewed change, as what the bill does after it is compared with: what it touched, and whose that is. */
export function mergedChange(review: Review, merged: Omit<MergedChange, 'touched'>): MergedChange {
  const touched = review.resources.slice(0, MOST_TOUCHED).map(({ address, before, after, cost }): Touched => {
    const owner = (after ?? before)?.owner
    return {
      address,
      model: known(owner?.model),
      team: known(owner?.team),
      delta: cost.delta === 0 ? undefined : cost.delta,
    }
  })
  return { ...merged, touched }
}

const known = (answer: Attributed | undefined): string | undefined =>
  answer?.kind === 'known' ? answer.value : undefined

/** The merged changes that a list names, each by the report that was made of it. */
export function readChangeLog(
  content: string,
  name: string,
  reportIn: (file: string) => Review,
): readonly MergedChange[] {
  return readChangeList(content, name).map(({ report, url, ...merged }) =>
    mergedChange(reportIn(report), { ...merged, url }),
  )
}
