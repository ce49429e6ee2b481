import { createHash } from 'node:crypto'
import {
  type Anomaly,
  type AnomalyReport,
  type BillReport,
  markdownAnomaly,
  markdownUntagged,
  subjectText,
} from '../../core/index.ts'
import type { WantedIssue } from './keep-issues.ts'

/** One issue for each anomaly that goes on, and one for all that is untagged. */
export function wantedIssues(
  { anomalies, currency, rule }: AnomalyReport,
  report: BillReport,
  runUrl: string,
): readonly WantedIssue[] {
  const footer = `\n\n[The run](${runUrl}) has the report. Ascribe keeps this issue up to date, and closes it when it is over.\n`
  const untagged = markdownUntagged(report)
  return [
    ...(untagged === undefined
      ? []
      : [
          { about: 'untagged', title: 'Untagged cloud resources: tag or terminate', body: untagged + footer },
        ]),
    ...anomalies
      .filter(({ isOngoing }) => isOngoing)
      .map((anomaly) => ({
        about: anomalyId(anomaly),
        title: titleOf(anomaly),
        body: `${markdownAnomaly(anomaly, currency)}\n\nCompared with ${rule.summary}.${footer}`,
      })),
  ]
}

/** The same for as long as it goes on: whose cost it is, and whether it rose or dropped. */
export function anomalyId({ subject, kind }: Anomaly): string {
  const { kind: level, model = null, team = null } = subject
  const identity = JSON.stringify([level, model, team, kind === 'drop'])
  return `anomaly-${createHash('sha256').update(identity).digest('hex').slice(0, 16)}`
}

/** Without figures, which change every day. A title is plain text, and mentions nobody. */
function titleOf({ subject, kind, since }: Anomaly): string {
  const what = { spike: 'costs more than usual', new: 'has a new cost', drop: 'costs less than usual' }[kind]
  const name = subjectText(subject).replace(/[\p{C}\p{Z}]+/gu, ' ')
  return `Cost anomaly: ${name.slice(0, 150)} ${what} since ${since}`
}
