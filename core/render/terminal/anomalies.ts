import type { Anomaly, AnomalyReport } from '../../billing/anomalies/anomaly.ts'
import { signOf } from '../../domain/currency.ts'
import { signedText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import {
  amountsText,
  changeText,
  measureText,
  partText,
  resourceText,
  spanText,
  subjectText,
} from '../report/anomaly-text.ts'
import { counted } from '../text/counted.ts'
import { visible } from '../text/visible.ts'
import { hang } from '../text/wrap.ts'
import { joinSections, type Page, pageOf } from './page.ts'

/** Each anomaly with what it is of, the largest first. */
export const terminalAnomalies: Renderer<AnomalyReport> = (report, options) => {
  const page = pageOf(options)
  const sign = signOf(report.currency)
  return joinSections([head(report, page), ...report.anomalies.map((anomaly) => lines(anomaly, sign, page))])
}

function head(report: AnomalyReport, page: Page): readonly string[] {
  const { anomalies, watched, from, asOf, incomplete, rule, firstDay, cost } = report
  const when = from === asOf ? asOf : `${from} to ${asOf}`
  const found =
    anomalies.length === 0 ? 'nothing out of the ordinary' : counted(anomalies.length, 'anomaly', 'anomalies')
  return [
    page.style.strong(`${when}: ${found}`),
    ...[
      `${cost} cost of ${counted(watched, 'model and team', 'models and teams')}; the bill begins on ${firstDay}`,
      `compared with ${rule.summary}`,
      ...incomplete.map(({ day, because }) => `${day} is not judged: ${because}`),
    ].flatMap((text) => hang('', text, page.width).map(page.style.quiet)),
  ]
}

function lines(anomaly: Anomaly, sign: string, page: Page): readonly string[] {
  const { severity, subject, because, resources, changes } = anomaly
  const style =
    severity === 'critical' ? page.style.error : severity === 'warning' ? page.style.warning : page.style.hint
  const measure = measureText(anomaly)
  const part = (text: string) => hang('    ', visible(text), page.width)
  return [
    `${style(severity)} ${page.style.strong(visible(subjectText(subject)))}`,
    ...hang(
      '  ',
      [amountsText(anomaly, sign), spanText(anomaly, sign), ...(measure ? [measure] : [])].join('; '),
      page.width,
    ),
    ...because.flatMap((each) => part(`${signedText(each.excess, sign)} ${partText(each)}`)),
    ...resources.flatMap((each) => part(`${signedText(each.excess, sign)} ${resourceText(each)}`)),
    ...changes.flatMap((change) => [
      ...hang('  ', visible(`merged ${changeText(change)}`), page.width),
      ...change.touched.flatMap(({ address, delta }) =>
        part(`${address}${delta === undefined ? '' : ` ${signedText(delta, sign)}/month`}`),
      ),
    ]),
  ]
}
