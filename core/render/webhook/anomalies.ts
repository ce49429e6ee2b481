import type { Anomaly, AnomalyReport } from '../../billing/anomalies/anomaly.ts'
import { signOf } from '../../domain/currency.ts'
import { signedText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import {
  amountsText,
  changeText,
  partText,
  resourceText,
  spanText,
  subjectText,
} from '../report/anomaly-text.ts'
import { counted } from '../text/counted.ts'
import { cutMiddle } from '../text/display-width.ts'
import { visible } from '../text/visible.ts'

/** Slack takes 50 blocks, 150 characters of a heading and 3,000 of a section. */
const MOST_SHOWN = 20
const MOST_HEADING = 150
const MOST_SECTION = 2_900

/**
 * The body of a Slack-compatible incoming webhook. Sections are plain text, in which a name of the bill is shown as it is:
 * it mentions nobody, links nowhere and formats nothing. `text` is for notifications, and for servers that know no blocks.
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export const webhookAnomalies: Renderer<AnomalyReport> = (report) => {
  const { anomalies, asOf, currency } = report
  const found =
    anomalies.length === 0 ? 'nothing out of the ordinary' : counted(anomalies.length, 'anomaly', 'anomalies')
  const heading = `Cloud cost of ${asOf}: ${found}`
  const shown = anomalies.slice(0, MOST_SHOWN).map((anomaly) => linesOf(anomaly, signOf(currency)))
  const left = anomalies.length - shown.length
  const sections = [
    ...shown.map((lines) => lines.join('\n')),
    ...(left > 0 ? [`and ${counted(left, 'other')}`] : []),
  ]
  return `${JSON.stringify({
    text: safe([heading, ...shown.map(([first]) => `• ${first}`)].join('\n')),
    blocks: [
      { type: 'header', text: plain(heading, MOST_HEADING) },
      ...sections.map((text) => ({ type: 'section', text: plain(text, MOST_SECTION) })),
    ],
  })}\n`
}

function linesOf(anomaly: Anomaly, sign: string): readonly string[] {
  const { severity, subject, because, resources, changes } = anomaly
  return [
    `${severity}: ${subjectText(subject)}, ${amountsText(anomaly, sign)}; ${spanText(anomaly, sign)}`,
    ...because.map((part) => `${signedText(part.excess, sign)} ${partText(part)}`),
    ...resources.map((each) => `${signedText(each.excess, sign)} ${resourceText(each)}`),
    ...changes.map((change) => `merged ${changeText(change)}`),
  ].map(visible)
}

const plain = (text: string, most: number) => ({
  type: 'plain_text',
  text: cutMiddle(text, most),
  emoji: false,
})

/** `text` is formatted: nothing in it is a mention, a link or an entity. */
const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('@', '@\u200b')
