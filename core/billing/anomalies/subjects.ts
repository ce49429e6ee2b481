import { groupBy } from '../group-by.ts'
import type { Subject } from './anomaly.ts'
import type { CostHistory } from './cost-history.ts'
import { type DailyBill, type DailyRow, historyOf } from './daily-bill.ts'

/** Somebody whose cost is looked at, and the charges that it is of. */
export interface WatchedSubject {
  readonly subject: Subject
  readonly rows: readonly DailyRow[]
  readonly history: CostHistory
}

/** Each model of each team, then each team; what has no model or no team is a subject, too. In order of names. */
export function watchedSubjects({ rows, days }: DailyBill): readonly WatchedSubject[] {
  const models = groupBy(rows, ({ owner }) => JSON.stringify([owner.team ?? '', owner.model ?? '']))
  const teams = groupBy(
    rows.filter(({ owner }) => owner.team !== undefined),
    ({ owner }) => owner.team!,
  )
  const watched = (subject: Subject, of: readonly DailyRow[]): WatchedSubject => ({
    subject,
    rows: of,
    history: historyOf(of, days),
  })
  return [
    ...inOrder(models).map(([, of]) => {
      const { model, team } = of[0]!.owner
      return watched({ kind: 'model', model, team }, of)
    }),
    ...inOrder(teams).map(([team, of]) => watched({ kind: 'team', model: undefined, team }, of)),
  ]
}

const inOrder = <T>(groups: ReadonlyMap<string, T>) => [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
