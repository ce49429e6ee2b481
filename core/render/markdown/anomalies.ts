import type { Anomaly, AnomalyReport, MergedChange } from '../../billing/anomalies/anomaly.ts'
import { signOf } from '../../domain/currency.ts'
import type { Usd } from '../../domain/money.ts'
import { signedText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import {
  amountsText,
  measureText,
  partText,
  spanText,
  subjectName,
  subjectText,
} from '../report/anomaly-text.ts'
import { counted } from '../text/counted.ts'
import { nameCode, sentenceText } from './escape.ts'
import { markdownTable } from './table.ts'

/** For a job summary or a mail. */
export const markdownAnomalies: Renderer<AnomalyReport> = (report) => {
  const { anomalies, asOf, incomplete, rule, watched } = report
  const sign = signOf(report.currency)
  const found =
    anomalies.length === 0 ? 'nothing out of the ordinary' : counted(anomalies.length, 'anomaly', 'anomalies')
  const rows = anomalies.map((anomaly) => [
    anomaly.severity,
    `${nameCode(subjectName(anomaly.subject))}${anomaly.subject.kind === 'model' ? ` ${nameCode(anomaly.subject.team ?? '(no team)')}` : ''}`,
    sentenceText(amountsText(anomaly, sign)),
    sentenceText(spanText(anomaly, sign)),
    anomaly.because
      .map((part) => `${signed(part.excess, sign)} ${sentenceText(partText(part))}`)
      .join('<br>'),
  ])
  return `${[
    `### Anomalies of ${asOf}: ${found}`,
    '',
    ...(rows.length === 0
      ? []
      : [
          ...markdownTable(
            ['', 'Model and team', 'Cost', 'When', 'Because of'],
            ['left', 'left', 'left', 'left', 'left'],
            rows,
          ),
          '',
        ]),
    `${counted(watched, 'model and team', 'models and teams')} compared with ${sentenceText(rule.summary)}.`,
    ...incomplete.map(({ day, because }) => `${sentenceText(day)} is not judged: ${because}.`),
  ].join('\n')}\n`
}

/** One anomaly in full: what an issue about it says. */
export function markdownAnomaly(anomaly: Anomaly, currency: string): string {
  const sign = signOf(currency)
  const { subject, because, resources, changes } = anomaly
  const measure = measureText(anomaly)
  return [
    `**${sentenceText(subjectText(subject))}**: ${sentenceText(amountsText(anomaly, sign))}; ${sentenceText(spanText(anomaly, sign))}${measure ? ` (${measure})` : ''}.`,
    ...list(
      'What of it made the difference',
      because.map((part) => `${signed(part.excess, sign)} ${sentenceText(partText(part))}`),
    ),
    ...list(
      'Resources',
      resources.map(({ excess, name, resource, address }) =>
        [
          `${signed(excess, sign)} ${nameCode(resource)}`,
          ...(name === undefined || name === resource ? [] : [nameCode(name)]),
          ...(address === undefined ? [] : [nameCode(address)]),
        ].join(' '),
      ),
    ),
    ...list(
      'Merged shortly before',
      changes.flatMap((change) => changeLines(change, sign)),
    ),
  ].join('\n')
}

function changeLines(change: MergedChange, sign: string): readonly string[] {
  const { day, name, title, url, touched } = change
  const label = `${day} ${sentenceText(name)} ${sentenceText(title)}`
  const link = url !== undefined && /^https:\/\/[^\s()<>[\]]+$/.test(url) ? `[${label}](${url})` : label
  const resources = touched.map(
    ({ address, delta }) =>
      `${nameCode(address)}${delta === undefined ? '' : ` ${signed(delta, sign)}/month`}`,
  )
  return [`${link}: ${resources.join(', ')}`]
}

const list = (heading: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : ['', `**${heading}**`, ...items.map((item) => `- ${item}`)]

/** Two signs of dollars in a line would be a formula to GitHub. */
const signed = (amount: Usd, sign: string): string => signedText(amount, sign).replaceAll('$', '&#36;')
